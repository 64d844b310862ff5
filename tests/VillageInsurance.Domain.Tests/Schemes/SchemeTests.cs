using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Tests.Applications;

namespace VillageInsurance.Domain.Tests.Schemes;

public class SchemeTests
{
    private static readonly LegalDocument Approval = new(LegalDocumentKind.Approval, "Approval", "1", new(2026, 1, 4), "Government", null);

    private static readonly Guid Publisher = Guid.NewGuid();

    private readonly Programmes _city = Programmes.City();

    [Fact]
    public void A_scheme_is_published_once_the_approval_document_is_there()
    {
        var scheme = DraftWith(Approval);

        scheme.Publish(Publisher, new(2026, 1, 5), new(2026, 1, 5));

        Assert.Equal((SchemeStatus.Published, new DateOnly(2026, 1, 5)), (scheme.Status, scheme.PublishedOn));
    }

    [Fact]
    public void Without_the_approval_document_it_is_refused() =>
        Assert.Equal(SchemeRule.TheApprovalDocumentIsRequired, Assert.Throws<RuleBroken>(() => DraftWith().Publish(Publisher, new(2026, 1, 5), new(2026, 1, 5))).Rule);

    [Fact]
    public void A_template_is_not_published() =>
        Assert.Equal(SchemeRule.OnlyADraftIsPublished, Assert.Throws<RuleBroken>(() => _city.Scheme.Publish(Publisher, new(2026, 1, 5), new(2026, 1, 5))).Rule);

    [Fact]
    public void A_day_of_any_year_keeps_to_the_month() => Assert.Equal(new DateOnly(2026, 2, 28), new MonthDay(2, 29).In(2026));

    private Scheme DraftWith(params LegalDocument[] basis) =>
        new(Guid.NewGuid(), Programme.City, 2026, 1, new("-", "-"), _city.Rules with { LegalBasis = basis }, SchemeStatus.Draft);
}
