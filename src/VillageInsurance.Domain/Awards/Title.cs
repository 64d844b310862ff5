using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Awards;

/// <summary>The title 保险先进村 of a village or group. It outlives the cycle in which it was won, until it is taken away.</summary>
public sealed class Title(Guid id, Guid villageId, Guid? siteGroupId, Guid cycleId, int year, string certificate, DateOnly awardedOn) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The village group that holds it; null for the whole village.</summary>
    public Guid? SiteGroupId { get; private init; } = siteGroupId;

    /// <summary>The cycle in which it was won.</summary>
    public Guid CycleId { get; private init; } = cycleId;

    /// <summary>The programme year of that cycle.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The certificate's number.</summary>
    public string Certificate { get; private init; } = certificate;

    /// <summary>The day of the award.</summary>
    public DateOnly AwardedOn { get; private init; } = awardedOn;

    /// <summary>The day on which it was taken away; null while it is held.</summary>
    public DateOnly? RevokedOn { get; private set; }

    /// <summary>Takes it away.</summary>
    public void Revoke(DateOnly on)
    {
        Require(RevokedOn is null, TitleRule.ATitleIsTakenAwayOnce);
        RevokedOn = on;
    }
}

/// <summary>Rules of titles.</summary>
public enum TitleRule { ATitleIsTakenAwayOnce }
