using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

public sealed class AccountChangesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_new_account_signs_in_once_with_its_one_time_password_and_must_change_it()
    {
        var administrator = await site.GivenAsync(Role.SystemAdministrator);
        var (staff, name) = await GivenStaffAsync();

        var password = await As(administrator).Create.RunAsync(new(Guid.CreateVersion7(), staff, name));

        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(name, password);
        Assert.Equal("/account/password", (await visitor.GetAsync("/")).Headers.Location!.OriginalString);
        using var second = new Visitor(site.Address);
        await second.SignInAsync(name, password);
        Assert.Equal("/sign-in", (await second.GetAsync("/")).Headers.Location!.AbsolutePath);

        await ChangeAsync(visitor, password, "Kz7-terrace-Mengla");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        Assert.Contains(await EventsAsync(administrator), e => e.Permission == Permission.ManageAccounts && e.Result == AuditResult.Done);
    }

    [Fact]
    public async Task A_one_time_password_runs_out_after_half_an_hour()
    {
        var administrator = await site.GivenAsync(Role.SystemAdministrator);
        var (staff, name) = await GivenStaffAsync();
        var password = await As(administrator).Create.RunAsync(new(Guid.CreateVersion7(), staff, name));

        site.Clock.Advance(TimeSpan.FromMinutes(31));

        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(name, password);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/")).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Disabling_ends_what_is_open_and_enabling_opens_the_door_again()
    {
        var (administrator, person) = (await site.GivenAsync(Role.SystemAdministrator), await site.GivenAsync());
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(person.UserName);

        await As(administrator).Disable.RunAsync(person.AccountId);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/")).Headers.Location!.AbsolutePath);
        await visitor.SignInAsync(person.UserName);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/")).Headers.Location!.AbsolutePath);

        await As(administrator).Enable.RunAsync(person.AccountId);
        await visitor.SignInAsync(person.UserName);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_reset_lifts_the_lock_and_the_old_password_is_gone()
    {
        var (administrator, person) = (await site.GivenAsync(Role.SystemAdministrator), await site.GivenAsync());
        using var visitor = new Visitor(site.Address);
        for (var tries = 1; tries <= 5; tries++) await visitor.SignInAsync(person.UserName, "Wrong-password-1");

        var password = await As(administrator).Reset.RunAsync(person.AccountId);

        await visitor.SignInAsync(person.UserName);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/")).Headers.Location!.AbsolutePath);
        await visitor.SignInAsync(person.UserName, password);
        Assert.Equal("/account/password", (await visitor.GetAsync("/")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(Role.SecurityAdministrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.CountyOffice)]
    public async Task Nobody_but_the_system_administrator_changes_accounts(Role role)
    {
        var (other, person) = (await site.GivenAsync(role), await site.GivenAsync());
        var (staff, name) = await GivenStaffAsync();

        await Assert.ThrowsAsync<NotPermitted>(() => As(other).Create.RunAsync(new(Guid.CreateVersion7(), staff, name)));
        await Assert.ThrowsAsync<NotPermitted>(() => As(other).Disable.RunAsync(person.AccountId));
        await Assert.ThrowsAsync<NotPermitted>(() => As(other).Enable.RunAsync(person.AccountId));
        await Assert.ThrowsAsync<NotPermitted>(() => As(other).Reset.RunAsync(person.AccountId));
        Assert.Equal(4, (await EventsAsync(other)).Count(e => e.Result == AuditResult.Refused));
    }

    [Fact]
    public async Task Nobody_disables_or_resets_themselves()
    {
        var administrator = await site.GivenAsync(Role.SystemAdministrator);
        await site.GivenAsync(Role.SystemAdministrator);

        await RefusedAsync(AccountRule.NobodyManagesTheirOwn, () => As(administrator).Disable.RunAsync(administrator.AccountId));
        await RefusedAsync(AccountRule.NobodyManagesTheirOwn, () => As(administrator).Reset.RunAsync(administrator.AccountId));
    }

    [Fact]
    public async Task A_user_name_and_a_staff_member_have_one_account_each()
    {
        var (administrator, person) = (await site.GivenAsync(Role.SystemAdministrator), await site.GivenAsync());
        var (staff, name) = await GivenStaffAsync();

        await RefusedAsync(AccountRule.TheUserNameIsTaken, () => As(administrator).Create.RunAsync(new(Guid.CreateVersion7(), staff, person.UserName)));
        await RefusedAsync(AccountRule.OneAccountForEach, () => As(administrator).Create.RunAsync(new(Guid.CreateVersion7(), person.StaffId, name)));
        await RefusedAsync(AccountRule.AUserNameIsSmallLettersAndDigits, () => As(administrator).Create.RunAsync(new(Guid.CreateVersion7(), staff, "Li Wenjing")));
    }

    [Fact]
    public async Task The_security_administrator_sees_and_ends_sessions()
    {
        var (security, person) = (await site.GivenAsync(Role.SecurityAdministrator), await site.GivenAsync());
        using var visitor = new Visitor(site.Address);
        await visitor.SignInAsync(person.UserName);
        Assert.Equal(1, (await As(security).List.OneAsync(person.StaffId, CancellationToken.None)).Account!.OpenSessions);

        await As(security).End.RunAsync(person.AccountId);

        Assert.Equal("/sign-in", (await visitor.GetAsync("/")).Headers.Location!.AbsolutePath);
        await Assert.ThrowsAsync<NotPermitted>(async () => await As(await site.GivenAsync(Role.CountyOffice)).End.RunAsync(person.AccountId));
    }

    private AccountDesk As(Site.Person person) => new(site, person);

    private async Task<(Guid Id, string Name)> GivenStaffAsync()
    {
        var (id, name) = (Guid.CreateVersion7(), $"new-{Guid.NewGuid():N}"[..20]);
        await site.Database.GivenAsync(Places.Village, new StaffMember(id, name, "New", null));
        return (id, name);
    }

    private Task<List<AuditEvent>> EventsAsync(Site.Person person) =>
        site.Database.SeeAsync(Places.Village, db => db.AuditEvents.Where(e => e.StaffId == person.StaffId).ToListAsync());

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string current, string chosen) => visitor.SubmitAsync("/account/password", "/account/password",
        new() { ["_handler"] = "password", ["Entry.Current"] = current, ["Entry.New"] = chosen, ["Entry.Again"] = chosen });

    private static async Task RefusedAsync(AccountRule rule, Func<Task> act) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(act)).Rule);
}
