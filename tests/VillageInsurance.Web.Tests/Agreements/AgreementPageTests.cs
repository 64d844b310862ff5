using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Agreements;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Agreements;

public sealed class AgreementPageTests : PageScreen, IClassFixture<TestDatabase>
{
    public AgreementPageTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        Context.AddAuthorization();
        Context.Services.AddTransient<DraftKeeper>().AddSingleton<IFileStore>(new DiskFileStore(Path.GetTempPath()));
    }

    [Fact]
    public async Task The_insurer_begins_fills_in_and_sends_and_what_is_fixed_is_read_only()
    {
        await Database.GivenSiteAsync(Places.Village);
        As(await StaffedAsync(Staffing.Insurer));
        var list = Show<AgreementListPage>(_ => { });
        list.Change("#village", Places.Village.ToString());
        list.Submit("form");
        list.WaitForAssertion(() => Assert.EndsWith("/edit", Place.Uri, StringComparison.Ordinal), Soon);
        var id = Guid.Parse(new Uri(Place.Uri).Segments[2].TrimEnd('/'));

        var page = Show<EditAgreementPage>(p => p.Add(x => x.Id, id));
        Assert.True(page.WaitForElement("#clause-Voluntary", Soon).HasAttribute("readonly"));
        page.Submit("form.stack");
        page.WaitForAssertion(() => Assert.Contains("Missing", page.Markup, StringComparison.Ordinal), Soon);
        foreach (var (field, value) in new[] { ("committee", "Committee"), ("branch", "Branch"), ("committee-signer", "Dao"), ("branch-signer", "Zhou") }) page.Input($"#{field}", value);
        page.Change("#term-from", "2026-03-01");
        page.Change("#term-to", "2027-02-28");
        page.Change("#signed-on", "2026-02-20");
        page.Submit("form.stack");

        page.WaitForAssertion(() => Assert.EndsWith($"/agreements/{id}", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.Equal(AgreementStatus.Submitted, await StatusAsync(id));
    }

    [Fact]
    public async Task The_office_puts_in_force_only_with_the_scan()
    {
        await Database.GivenSiteAsync(Places.Sibling);
        var id = await SubmittedAsync(Places.Sibling);
        As(await StaffedAsync(Staffing.Office));
        var page = Show<AgreementPage>(p => p.Add(x => x.Id, id));

        page.WaitForElement("#opinion", Soon);
        Assert.True(page.Find("input[name=outcome]").HasAttribute("disabled"));
        await Database.ScanAsync(Places.Sibling, id, EvidenceKind.Agreement);
        page = Show<AgreementPage>(p => p.Add(x => x.Id, id));
        page.Input("#opinion", "As agreed");
        page.Submit(".decision form");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".decision")), Soon);
        Assert.Equal(AgreementStatus.InForce, await StatusAsync(id));
        Assert.Contains("In force", page.Markup, StringComparison.Ordinal);
    }

    private async Task<Guid> SubmittedAsync(Guid village)
    {
        var (id, gate) = (Guid.CreateVersion7(), Database.GateFor(Staffing.Insurer, Clock));
        await new DraftAgreement(gate, Clock).RunAsync(new(id, village, null));
        var draft = await new AgreementDetail(gate, Clock).RunAsync(id, default);
        await new SubmitAgreement(gate, Clock).RunAsync(new(id, draft.Version, Staffing.Terms(draft.Terms)));
        return id;
    }

    private async Task<Actor> StaffedAsync(Actor actor)
    {
        if (!await Database.SeeAsync(Places.Village, db => db.Staff.AnyAsync(s => s.Id == actor.StaffId))) await Database.GivenAsync(Places.Village, new StaffMember(actor.StaffId, $"{actor.StaffId:N}", "Somebody", null));
        return actor;
    }

    private async Task<AgreementStatus> StatusAsync(Guid id) => (await new AgreementDetail(Database.GateFor(Staffing.Office, Clock), Clock).RunAsync(id, default)).Status;
}
