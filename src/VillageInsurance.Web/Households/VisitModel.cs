using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Web.Households;

/// <summary>The visit as typed, with the family's answers to the separate questions, risks and cover elsewhere.</summary>
public sealed class VisitModel
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Whether a visit is being recorded at all.</summary>
    public bool IsOpen { get; set; }
    public DateOnly? On { get; set; }
    public string AnsweredBy { get; set; } = "";
    public int? Minutes { get; set; }
    public HashSet<ExplainedTopic> Explained { get; set; } = [];
    public Dictionary<NeedKind, NeedModel> Needs { get; set; } = [];
    public decimal? AffordableYuan { get; set; }
    public bool WantsContact { get; set; }
    public List<RecommendationModel> Recommended { get; set; } = [];
    public bool Refused { get; set; }
    public DateOnly? NextOn { get; set; }
    public string Note { get; set; } = "";
    public List<ConsentModel> Consents { get; set; } = [];
    public ConsentForm Form { get; set; } = ConsentForm.Mark;

    /// <summary>What was drawn in the frame so far; kept when another way is chosen, so that nothing is drawn twice.</summary>
    public string Signature { get; set; } = "";
    public List<RiskModel> Risks { get; set; } = [];
    public List<CoverModel> Covers { get; set; } = [];

    /// <summary>The answer typed to a question; null while none is.</summary>
    public bool? AnswerTo(ConsentKind kind, Guid? personId) => Consents.Find(c => c.Kind == kind && c.PersonId == personId)?.IsGiven;

    public void Answer(ConsentKind kind, Guid? personId, bool? isGiven)
    {
        Consents.RemoveAll(c => c.Kind == kind && c.PersonId == personId);
        if (isGiven is { } given) Consents.Add(new() { Kind = kind, PersonId = personId, IsGiven = given });
    }

    public IEnumerable<ConsentEntry> ToConsents(DeskModel form, HouseholdDesk.View desk)
    {
        var by = DeskModel.OrNull(AnsweredBy) ?? form.Present.FirstOrDefault(m => m.Role == FamilyRole.Head)?.Name ?? "";
        return Consents.Where(c => c.PersonId is null || form.Present.Any(m => m.PersonId == c.PersonId))
            .Select(c => new ConsentEntry(c.Id, c.Kind, c.PersonId, c.IsGiven, desk.ConsentText.Id, by, Form, Form == ConsentForm.Signature ? Signature : null));
    }

    public VisitEntry? ToEntry(DeskModel form, DateOnly today) => !IsOpen ? null : new(Id, On ?? today, new(
        DeskModel.OrNull(AnsweredBy) ?? form.Present.FirstOrDefault(m => m.Role == FamilyRole.Head)?.Name ?? "", Minutes, [.. Explained.Order()],
        Refused ? [] : [.. Needs.Where(n => n.Value.Wish is not null).OrderBy(n => n.Key).Select(n => new StatedNeed(n.Key, n.Value.Wish!.Value, DeskModel.OrNull(n.Value.Note)))],
        Refused || AffordableYuan is not { } yuan ? null : (long)(yuan * 100), !Refused && WantsContact,
        Refused ? [] : [.. Recommended.Where(r => r.Product.Length > 0).Select(r => new Recommendation(r.Product, r.Reason.Trim(), r.Decision))], Refused, Refused ? null : NextOn, DeskModel.OrNull(Note)));
}

/// <summary>A need as typed.</summary>
public sealed class NeedModel
{
    public NeedWish? Wish { get; set; }
    public string Note { get; set; } = "";
}

/// <summary>A recommendation as typed.</summary>
public sealed class RecommendationModel
{
    public string Product { get; set; } = "";
    public string Reason { get; set; } = "";
    public OwnDecision Decision { get; set; } = OwnDecision.ThinkingAboutIt;
}

/// <summary>An answer to one of the separate questions.</summary>
public sealed class ConsentModel
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public ConsentKind Kind { get; set; }
    public Guid? PersonId { get; set; }
    public bool IsGiven { get; set; }
}

/// <summary>A risk as typed.</summary>
public sealed class RiskModel
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public RiskKind? Kind { get; set; }
    public DateOnly? On { get; set; }
    public decimal? LossYuan { get; set; }
    public string PaidBy { get; set; } = "";

    public RiskEntry ToEntry(DateOnly today) => new(Id, Kind!.Value, On ?? today, (long)((LossYuan ?? 0) * 100), DeskModel.OrNull(PaidBy));
}

/// <summary>Cover elsewhere as typed.</summary>
public sealed class CoverModel
{
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid? PersonId { get; set; }
    public string Insurer { get; set; } = "";
    public string Kind { get; set; } = "";
    public decimal? PremiumYuan { get; set; }
    public PayMode PayMode { get; set; } = PayMode.Annual;
    public int? DueMonth { get; set; }

    public CoverEntry ToEntry() => new(Id, PersonId, Insurer.Trim(), Kind.Trim(), 0, (long)((PremiumYuan ?? 0) * 100), PayMode, DueMonth);
}
