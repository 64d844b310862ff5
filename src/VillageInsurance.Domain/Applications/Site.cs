using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Applications;

/// <summary>A construction site (建设点): a village, or one of its groups, named to work towards the title.</summary>
public sealed class Site(Guid id, Guid villageId, Guid? siteGroupId, Guid applicationId, int year, DateOnly designatedOn) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The village group that is the site; null for the whole village.</summary>
    public Guid? SiteGroupId { get; private init; } = siteGroupId;

    /// <summary>The application that made it one.</summary>
    public Guid ApplicationId { get; private init; } = applicationId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The day of the approval.</summary>
    public DateOnly DesignatedOn { get; private init; } = designatedOn;

    /// <summary>The plaque's number; null until it is given.</summary>
    public string? PlaqueNumber { get; private set; }

    /// <summary>The day on which the site's plaque was hung; null until then.</summary>
    public DateOnly? PlaqueHungOn { get; private set; }

    /// <summary>Records the hung plaque. Refused before the designation, after today, and a second time.</summary>
    public void HangPlaque(string number, DateOnly on, DateOnly today)
    {
        Require(PlaqueHungOn is null, SiteRule.APlaqueIsHungOnce);
        Require(on >= DesignatedOn && on <= today, SiteRule.APlaqueIsHungAfterTheDesignation);
        (PlaqueNumber, PlaqueHungOn) = (number, on);
    }
}

/// <summary>Rules of construction sites.</summary>
public enum SiteRule { APlaqueIsHungOnce, APlaqueIsHungAfterTheDesignation, APhotoShowsThePlaque }
