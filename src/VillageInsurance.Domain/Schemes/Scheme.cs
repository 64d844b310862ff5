using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Schemes;

/// <summary>A programme's plan for a year (方案), in numbered versions. Two templates come with the product.</summary>
public sealed class Scheme(Guid id, Programme programme, int year, int number, Wording name, SchemeRules rules, SchemeStatus status) : Entity(id)
{
    /// <summary>The city scheme that comes with the product. It holds while no scheme is published.</summary>
    public static readonly Guid CityTemplateId = new("00000000-0000-7000-8000-000000000101");

    /// <summary>The town scheme that comes with the product.</summary>
    public static readonly Guid TownTemplateId = new("00000000-0000-7000-8000-000000000102");

    /// <summary>Which of the two ways of running the programme.</summary>
    public Programme Programme { get; private init; } = programme;

    /// <summary>The year it is for; zero for a template.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The version within programme and year, from 1.</summary>
    public int Number { get; private init; } = number;

    /// <summary>Its title.</summary>
    public Wording Name { get; private set; } = name;

    /// <summary>What it says.</summary>
    public SchemeRules Rules { get; private set; } = rules;

    /// <summary>Template, draft or published.</summary>
    public SchemeStatus Status { get; private set; } = status;

    /// <summary>The day from which it holds.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>The scheme that it was drafted from; null for a template.</summary>
    public Guid? BasisId { get; private init; }

    /// <summary>Who drafted or edited it: none of them publishes it.</summary>
    public IReadOnlyList<Guid> EditorIds { get; private set; } = [];

    /// <summary>Who published it.</summary>
    public Guid? PublishedById { get; private set; }

    /// <summary>The next version of a programme's year, saying what its basis says until it is edited.</summary>
    public static Scheme DraftFrom(Guid id, Scheme basis, int year, int number, Guid drafterId) =>
        new(id, basis.Programme, year, number, basis.Name, basis.Rules, SchemeStatus.Draft) { BasisId = basis.Id, EditorIds = [drafterId] };

    /// <summary>Writes it anew. Refused for a template and once it is published, and when it contradicts itself.</summary>
    public void Edit(Wording name, SchemeRules rules, Guid editorId)
    {
        Require(Status == SchemeStatus.Draft, SchemeRule.OnlyADraftIsEdited);
        if (SchemeChecks.Faults(name, rules).Select(f => (SchemeRule?)f.Rule).FirstOrDefault() is { } fault) throw fault.Broken();
        (Name, Rules) = (name, rules);
        if (!EditorIds.Contains(editorId)) EditorIds = [.. EditorIds, editorId];
    }

    /// <summary>Publishes a draft, to hold from a day on: today or later, at the latest in its year. Refused to who drafted or edited it, and without the document that approves the programme.</summary>
    public void Publish(Guid publisherId, DateOnly from, DateOnly today)
    {
        Require(Status == SchemeStatus.Draft, SchemeRule.OnlyADraftIsPublished);
        Require(!EditorIds.Contains(publisherId), SchemeRule.NobodyPublishesTheirOwn);
        Require(Rules.LegalBasis.Any(d => d.Kind == LegalDocumentKind.Approval), SchemeRule.TheApprovalDocumentIsRequired);
        if (SchemeChecks.Faults(Name, Rules).Select(f => (SchemeRule?)f.Rule).FirstOrDefault() is { } fault) throw fault.Broken();
        Require(from >= today && from.Year <= Year, SchemeRule.ItHoldsFromTodayOrLaterInItsYear);
        (Status, PublishedOn, PublishedById) = (SchemeStatus.Published, from, publisherId);
    }
}

/// <summary>The two variants of the programme.</summary>
public enum Programme { City, Town }

/// <summary>Where a scheme stands.</summary>
public enum SchemeStatus { Template, Draft, Published }

/// <summary>Rules of schemes.</summary>
public enum SchemeRule
{
    OnlyADraftIsPublished, TheApprovalDocumentIsRequired, OnlyADraftIsEdited, NobodyPublishesTheirOwn, ItHoldsFromTodayOrLaterInItsYear, OneDraftOfAYear,
    EveryTextInBothLanguages, EveryConditionOnce, TheSizeIsPositive, AShareIsAboveZeroAndAtMostOne, MoneyIsNotNegative, ADayIsInTheCalendar, DatesFollowEachOther,
    AgentsFromLeastToMost, NobodyDecidesWhatTheyPropose, TheChainIsComplete, NoticeOfAtMostThirtyDays, TheInsurerIsNamed, ARewardIsAboveZero, ADocumentHasATitle,
    EveryKeyOnce, ATaskIsATownshipsOrAVillages, AtLeastTwoReviewers, AnItemHasPoints, ThePassIsReachable, EachIndicatorOnce,
}
