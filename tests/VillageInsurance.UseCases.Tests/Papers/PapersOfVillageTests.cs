using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Acceptance;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

public class PapersOfVillageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_new_site_has_its_application_lacks_its_agreement_and_owes_nothing_of_acceptance()
    {
        await database.GivenSiteAsync(Places.Village);

        var papers = await OfAsync(database.GateFor(Staffing.Office), Places.Village);

        Assert.Equal((PaperDue.There, true), papers!.Lines.Where(l => l.Kind == PaperKind.SiteApplication).Select(l => (l.Due, l.IsFinal)).Single());
        Assert.Equal([PaperKind.Agreement], papers.Lines.Where(l => l.Due == PaperDue.Missing).Select(l => l.Kind));
        Assert.All(papers.Lines.Where(l => l.Kind >= PaperKind.AppointmentLetter), l => Assert.Equal((PaperDue.NotYet, null), (l.Due, l.RecordId)));
        await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village);
        Assert.Equal([PaperKind.AppointmentLetter, PaperKind.AgentRegistration], (await OfAsync(database.GateFor(Staffing.Office), Places.Village))!.Lines
            .Where(l => l.Due == PaperDue.There && l.IsFinal && l.Number is not null && l.On is not null && l.Kind is PaperKind.AppointmentLetter or PaperKind.AgentRegistration).Select(l => l.Kind));
    }

    [Fact]
    public async Task What_the_actor_may_not_see_is_neither_there_nor_missing()
    {
        Assert.Null(await OfAsync(database.GateFor(Staffing.Stranger), Places.Village));
        Assert.Null(await OfAsync(database.GateFor(Staffing.Office), Places.Sibling));
        using var way = await Way.BeginAsync(database);

        var seen = (await OfAsync(way.As(Someone.Who(Role.Supervisor, way.Village)), way.Village))!.Lines.Select(l => l.Kind).Distinct();

        Assert.Equal([PaperKind.Agreement, PaperKind.AppointmentLetter, PaperKind.CommitmentLetter, PaperKind.Certificate], seen);
    }

    [Fact]
    public async Task A_village_in_acceptance_has_each_paper_with_its_number_and_day()
    {
        using var way = await Way.BeginAsync(database);
        var accepted = await way.AcceptedAsync();

        var papers = await OfAsync(way.As(way.Office), way.Village);

        Assert.Equal(
            [(PaperKind.Declaration, accepted.Number), (PaperKind.ScoreForm, null), (PaperKind.ScoreForm, null), (PaperKind.ReviewOpinion, accepted.ReviewNumber)],
            papers!.Lines.Where(l => l.Kind is PaperKind.Declaration or PaperKind.ScoreForm or PaperKind.ReviewOpinion).Select(l => (l.Kind, l.Number)));
        Assert.All(papers.Lines.Where(l => l.Kind is >= PaperKind.Declaration and <= PaperKind.ForwardingList), l => Assert.Equal((PaperDue.There, new DateOnly(2025, 12, 10), true), (l.Due, l.On, l.IsFinal)));
        Assert.DoesNotContain((await OfAsync(way.As(way.Township), way.Village))!.Lines, l => l.Kind == PaperKind.ForwardingList);
    }

    [Fact]
    public async Task The_towns_scheme_knows_no_list()
    {
        using var way = await Way.BeginAsync(database, town: true);

        Assert.DoesNotContain((await OfAsync(way.As(way.Office), way.Village))!.Lines, l => l.Kind == PaperKind.ForwardingList);
    }

    private static Task<PapersOfVillage?> OfAsync(AppDbGate gate, Guid village) => gate.ReadAsync(Permission.ViewCycles, db => db.PapersOfAsync(new FigurePlace(village), default), default);
}
