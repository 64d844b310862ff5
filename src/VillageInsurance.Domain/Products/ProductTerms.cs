using VillageInsurance.Domain.Policies;

namespace VillageInsurance.Domain.Products;

/// <summary>What a version of a product says.</summary>
/// <param name="Insurer">The insurer's code; null for the programme's own.</param>
/// <param name="Name">The name on the policy.</param>
/// <param name="Kind">The kind; see <see cref="ProductKinds"/>.</param>
/// <param name="LongTerm">Whether the term is over one year.</param>
/// <param name="PayModes">How it can be paid; none means that nobody says, so any way.</param>
/// <param name="CountsStudent">Whether it covers a pupil for indicator 1.</param>
/// <param name="CountsAccident">Whether its premium counts in indicator 2.</param>
/// <param name="CountsLifeRegular">Whether its new regular premium counts in indicator 3.</param>
/// <param name="ValidFrom">The first day on which it is sold; null for "always was".</param>
/// <param name="ValidTo">The last day; null for "until further notice".</param>
public sealed record ProductTerms(string? Insurer, string Name, string Kind, bool LongTerm, IReadOnlyList<PayMode> PayModes, bool CountsStudent, bool CountsAccident, bool CountsLifeRegular,
    DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>Whether both say the same; the order of the ways of paying says nothing.</summary>
    public bool SaysTheSameAs(ProductTerms other) => this with { PayModes = other.PayModes } == other && PayModes.Order().SequenceEqual(other.PayModes.Order());
}

/// <summary>What products and their versions hold to.</summary>
public enum ProductRule
{
    /// <summary>Published, superseded and discarded versions stay as they are.</summary>
    OnlyADraftIsEdited,

    /// <summary>A draft is changed by its drafter alone, so that everybody knows whose it is.</summary>
    OnlyItsDrafterEditsADraft,

    /// <summary>A version is published once.</summary>
    OnlyADraftIsPublished,

    /// <summary>Another person than the drafter publishes.</summary>
    NobodyPublishesTheirOwn,

    /// <summary>What was published is never discarded.</summary>
    OnlyADraftIsDiscarded,

    /// <summary>A product has one open draft at a time.</summary>
    OneDraftOfAProduct,

    /// <summary>A draft says something else than what holds.</summary>
    ADraftChangesSomething,

    /// <summary>The last day of sale is not before the first.</summary>
    ItEndsNotBeforeItBegins,

    /// <summary>A code stands for one product.</summary>
    ACodeIsOneProduct,

    /// <summary>A policy is issued on a day on which the product is sold.</summary>
    ItIsSoldOnTheDayOfIssue,

    /// <summary>A policy is paid in a way that the product has.</summary>
    ItIsPaidThatWay,
}
