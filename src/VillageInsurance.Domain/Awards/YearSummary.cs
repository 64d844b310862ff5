using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Awards;

/// <summary>What a village or township learned in a year (经验总结): done, well, badly, next.</summary>
public sealed class YearSummary(Guid id, Guid villageId, int year) : Entity(id), IVillageOwned
{
    /// <summary>The village or township.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The text, without personal data.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it last.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Writes it.</summary>
    public void Write(string text, Guid byId, DateTimeOffset at) => (Text, ById, At) = (text, byId, at);
}
