using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.LifeEvents;

namespace VillageInsurance.Web.LifeEvents;

/// <summary>What is typed about an event, and which fields its kind asks for.</summary>
public sealed class LifeEventForm
{
    /// <summary>Begins with today.</summary>
    public LifeEventForm(DateOnly today) => On = today;

    /// <summary>The event's id and the newcomer's, made when the form opens.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The newcomer's id.</summary>
    public Guid NewcomerId { get; } = Guid.CreateVersion7();

    /// <summary>What happened.</summary>
    public LifeEventKind Kind { get; set; } = LifeEventKind.Born;

    /// <summary>When.</summary>
    public DateOnly On { get; set; }

    /// <summary>The members chosen.</summary>
    public HashSet<Guid> Persons { get; } = [];

    /// <summary>The whole household, for moves.</summary>
    public bool IsOfAll { get; set; }

    /// <summary>The new head.</summary>
    public Guid? HeadId { get; set; }

    /// <summary>The number of the household that they go to.</summary>
    public string ToNumber { get; set; } = "";

    /// <summary>The village that they go to, when no household is named.</summary>
    public Guid? ToVillageId { get; private set; }

    /// <summary>The group of that village; null while unknown.</summary>
    public Guid? ToGroupId { get; set; }

    /// <summary>How the newcomer, or who goes, stands to the head.</summary>
    public string Relation { get; set; } = "";

    /// <summary>How somebody who came lives here.</summary>
    public ResidenceKind Residence { get; set; } = ResidenceKind.Local;

    /// <summary>The school.</summary>
    public string School { get; set; } = "";

    /// <summary>Its stage.</summary>
    public SchoolStage Stage { get; set; } = SchoolStage.Primary;

    /// <summary>The newcomer's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The newcomer's ID number; empty while there is none.</summary>
    public string IdNumber { get; set; } = "";

    /// <summary>As told, while there is no number.</summary>
    public Sex Sex { get; set; } = Sex.Male;

    /// <summary>As told, while there is no number.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Somebody enters.</summary>
    public bool HasNewcomer => Kind is LifeEventKind.Born or LifeEventKind.Arrived;

    /// <summary>Several may be chosen.</summary>
    public bool HasSeveral => Kind is LifeEventKind.Split or LifeEventKind.MovedAway or LifeEventKind.MovedWithin;

    /// <summary>The whole household may go.</summary>
    public bool MayBeOfAll => Kind is LifeEventKind.MovedAway or LifeEventKind.MovedWithin;

    /// <summary>Members are chosen at all.</summary>
    public bool HasPersons => !HasNewcomer && Kind is not (LifeEventKind.Merged or LifeEventKind.Dissolved or LifeEventKind.HeadChanged) && !(MayBeOfAll && IsOfAll);

    /// <summary>Another household is named.</summary>
    public bool HasTarget => Kind is LifeEventKind.Married or LifeEventKind.Merged || (Kind == LifeEventKind.MovedWithin && !IsOfAll);

    /// <summary>Whether a head is to be chosen, given who is the head now.</summary>
    public bool HasHead(Guid? head) => Kind is LifeEventKind.HeadChanged or LifeEventKind.Split || (HasPersons && head is { } id && Persons.Contains(id)
        && Kind is LifeEventKind.Died or LifeEventKind.MovedAway or LifeEventKind.MovedWithin or LifeEventKind.Married or LifeEventKind.EnteredInError);

    /// <summary>Chooses a member; the only one, where one is meant.</summary>
    public void Choose(Guid person)
    {
        if (!HasSeveral) Persons.Clear();
        if (!Persons.Remove(person)) Persons.Add(person);
    }

    /// <summary>Another kind begins with nobody chosen.</summary>
    public void Turn()
    {
        Persons.Clear();
        (IsOfAll, HeadId) = (false, null);
    }

    /// <summary>Another village has other groups.</summary>
    public void GoTo(Guid? village) => (ToVillageId, ToGroupId) = (village, null);

    /// <summary>As it is told to the use cases.</summary>
    public LifeEventFacts ToFacts(Guid? target) => new(Kind, On, HasPersons ? [.. Persons] : [], HasTarget ? target : null, Kind == LifeEventKind.MovedWithin && target is null ? ToVillageId : null, Kind == LifeEventKind.MovedWithin && target is null ? ToGroupId : null,
        HeadId: HeadId, Relation: string.IsNullOrWhiteSpace(Relation) ? null : Relation.Trim(), Residence: Kind == LifeEventKind.Arrived ? Residence : null,
        School: Kind == LifeEventKind.Enrolled ? School : null, Stage: Kind == LifeEventKind.Enrolled ? Stage : null);

    /// <summary>Who came; null when nobody did.</summary>
    public Newcomer? ToNewcomer() => !HasNewcomer ? null
        : new(NewcomerId, Name, string.IsNullOrWhiteSpace(IdNumber) ? null : IdNumber.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), Sex, Kind == LifeEventKind.Born ? On : BirthDate ?? On);

    /// <summary>Who lives here and is registered elsewhere, for the office.</summary>
    public AskCorrection.Incomer? ToIncomer() => Kind == LifeEventKind.Arrived && ToNewcomer()?.IdNumber is { } number ? new(Name, number, On, string.IsNullOrWhiteSpace(Relation) ? null : Relation) : null;
}
