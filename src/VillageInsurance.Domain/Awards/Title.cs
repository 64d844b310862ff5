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

    /// <summary>The day of the ceremony; null until it was held.</summary>
    public DateOnly? CeremonyOn { get; private set; }

    /// <summary>The award plaque's number; null until it was hung. The site's plaque is another thing.</summary>
    public string? PlaqueNumber { get; private set; }

    /// <summary>The day on which the award plaque was hung.</summary>
    public DateOnly? PlaqueHungOn { get; private set; }

    /// <summary>The day on which the stone monument was set, where the scheme has one.</summary>
    public DateOnly? MonumentSetOn { get; private set; }

    /// <summary>Where the stone monument stands.</summary>
    public string MonumentPlace { get; private set; } = "";

    /// <summary>The number of its reward sheet (奖励发放表); null until the first reward was prepared.</summary>
    public string? RewardSheet { get; private set; }

    /// <summary>The day on which it was taken away; null while it is held.</summary>
    public DateOnly? RevokedOn { get; private set; }

    /// <summary>Records the ceremony.</summary>
    public void HoldCeremony(DateOnly on, DateOnly today)
    {
        RequireHonour(on, today);
        CeremonyOn = on;
    }

    /// <summary>Records the hung award plaque, once.</summary>
    public void HangPlaque(string number, DateOnly on, DateOnly today)
    {
        RequireHonour(on, today);
        Require(PlaqueHungOn is null, TitleRule.AnAwardPlaqueIsHungOnce);
        (PlaqueNumber, PlaqueHungOn) = (number, on);
    }

    /// <summary>Records the stone monument, where the scheme has one.</summary>
    public void SetMonument(DateOnly on, string place, bool schemeHasOne, DateOnly today)
    {
        RequireHonour(on, today);
        Require(schemeHasOne, TitleRule.TheSchemeHasAMonument);
        (MonumentSetOn, MonumentPlace) = (on, place);
    }

    /// <summary>Begins its one reward sheet under this number.</summary>
    public void BeginRewardSheet(string number)
    {
        Require(RewardSheet is null, TitleRule.ARewardSheetIsBegunOnce);
        RewardSheet = number;
    }

    /// <summary>Takes it away.</summary>
    public void Revoke(DateOnly on)
    {
        Require(RevokedOn is null, TitleRule.ATitleIsTakenAwayOnce);
        RevokedOn = on;
    }

    private void RequireHonour(DateOnly on, DateOnly today)
    {
        Require(RevokedOn is null, TitleRule.ATitleIsTakenAwayOnce);
        Require(on >= AwardedOn && on <= today, TitleRule.AnHonourFollowsTheAward);
    }
}

/// <summary>The check of a title in a year: kept, or taken away with its grounds.</summary>
public sealed class TitleCheck(Guid id, Guid villageId, Guid titleId, int year, bool kept, IReadOnlyList<RevocationGround> grounds, string finding, Guid byId, DateTimeOffset at)
    : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The title.</summary>
    public Guid TitleId { get; private init; } = titleId;

    /// <summary>The year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>Whether the title is kept.</summary>
    public bool Kept { get; private init; } = kept;

    /// <summary>Why it is taken away; empty where it is kept.</summary>
    public IReadOnlyList<RevocationGround> Grounds { get; private init; } = grounds;

    /// <summary>What was found.</summary>
    public string Finding { get; private init; } = finding;

    /// <summary>Who checked.</summary>
    public Guid ById { get; private init; } = byId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Checks a title. Refused in the year of the award, twice in a year, and a revocation without a ground or without words.</summary>
    public static TitleCheck Make(Guid id, Title title, int year, bool kept, IReadOnlyList<RevocationGround> grounds, string finding, bool checkedAlready, Actor by, DateTimeOffset at)
    {
        Require(title.RevokedOn is null, TitleRule.ATitleIsTakenAwayOnce);
        Require(!kept || year > title.Year, TitleRule.ATitleIsCheckedFromTheNextYear);
        Require(!checkedAlready || !kept, TitleRule.ATitleIsCheckedOnceAYear);
        Require(kept || grounds.Count > 0 && !string.IsNullOrWhiteSpace(finding), TitleRule.ARevocationHasItsGround);
        return new(id, title.VillageId, title.Id, year, kept, kept ? [] : grounds, finding, by.StaffId, at);
    }
}

/// <summary>Why a title can be taken away.</summary>
public enum RevocationGround { FalseData, MisSelling, ForcedPurchase, PremiumTaken, AgreementEnded }

/// <summary>Rules of titles.</summary>
public enum TitleRule
{
    ATitleIsTakenAwayOnce, AnAwardPlaqueIsHungOnce, AnHonourFollowsTheAward, TheSchemeHasAMonument, ATitleIsCheckedFromTheNextYear, ATitleIsCheckedOnceAYear, ARevocationHasItsGround,
    ARewardSheetIsBegunOnce,
}
