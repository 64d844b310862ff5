using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Cycles;

/// <summary>How many villages of a township are to win the title in a year (每年创建一批), with the paper that says so.</summary>
public sealed class VillagePlan(Guid id, Guid villageId, int year) : Entity(id), IVillageOwned
{
    /// <summary>The township.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The number of villages; zero where none is planned.</summary>
    public int Villages { get; private set; }

    /// <summary>The paper that sets it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Sets it.</summary>
    public void Set(int villages, string source) => (Villages, Source) = (villages, source);
}
