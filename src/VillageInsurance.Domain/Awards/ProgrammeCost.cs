using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Awards;

/// <summary>What running and assessing the programme cost, and who paid. Never a reward, never to a household.</summary>
public sealed class ProgrammeCost(Guid id, Guid villageId, int year, CostKind kind, CostPayer payer, long fen, DateOnly on, string note, Guid byId) : Entity(id), IVillageOwned
{
    /// <summary>The village, township or county that it was spent for.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>What for.</summary>
    public CostKind Kind { get; private init; } = kind;

    /// <summary>Who paid.</summary>
    public CostPayer Payer { get; private init; } = payer;

    /// <summary>Fen, more than zero.</summary>
    public long Fen { get; private init; } = fen;

    /// <summary>The day of the payment.</summary>
    public DateOnly On { get; private init; } = on;

    /// <summary>What exactly.</summary>
    public string Note { get; private init; } = note;

    /// <summary>Who recorded it.</summary>
    public Guid ById { get; private init; } = byId;

    /// <summary>Records a cost. Refused without an amount and for a day to come.</summary>
    public static ProgrammeCost Record(Guid id, Guid areaId, int year, CostKind kind, CostPayer payer, long fen, DateOnly on, string note, Actor by, DateOnly today)
    {
        Require(fen > 0, CostRule.ACostIsMoreThanNothing);
        Require(on <= today, CostRule.ACostLiesBehind);
        return new(id, areaId, year, kind, payer, fen, on, note, by.StaffId);
    }
}

/// <summary>What a cost is for.</summary>
public enum CostKind { Running, Assessment, Ceremony, Training, Publicity }

/// <summary>Who paid a cost.</summary>
public enum CostPayer { Insurer, County, Township }

/// <summary>Rules of costs.</summary>
public enum CostRule { ACostIsMoreThanNothing, ACostLiesBehind }
