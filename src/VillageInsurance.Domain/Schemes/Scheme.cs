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
    public Wording Name { get; private init; } = name;

    /// <summary>What it says.</summary>
    public SchemeRules Rules { get; private init; } = rules;

    /// <summary>Template, draft or published.</summary>
    public SchemeStatus Status { get; private set; } = status;

    /// <summary>The day from which it holds.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Publishes a draft. Refused without the document that approves the programme.</summary>
    public void Publish(DateOnly on)
    {
        Require(Status == SchemeStatus.Draft, SchemeRule.OnlyADraftIsPublished);
        Require(Rules.LegalBasis.Any(d => d.Kind == LegalDocumentKind.Approval), SchemeRule.TheApprovalDocumentIsRequired);
        (Status, PublishedOn) = (SchemeStatus.Published, on);
    }
}

/// <summary>The two variants of the programme.</summary>
public enum Programme { City, Town }

/// <summary>Where a scheme stands.</summary>
public enum SchemeStatus { Template, Draft, Published }

/// <summary>Rules of schemes.</summary>
public enum SchemeRule { OnlyADraftIsPublished, TheApprovalDocumentIsRequired }
