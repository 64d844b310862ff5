using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

/// <summary>Agents who may work, and families to enter.</summary>
internal static class GivenHousehold
{
    private static int _order = Random.Shared.Next(100, 400);

    public static FakeTimeProvider Clock() => new(Staffing.Noon);

    public static DateOnly Today => Staffing.Today;

    /// <summary>A number that nobody else of the test has.</summary>
    public static string IdNumber(int year, Sex sex = Sex.Male)
    {
        var order = Interlocked.Add(ref _order, 2);
        return CountyFiles.IdNumber(new DateOnly(year, 1, 1).AddDays(order % 360), order / 2 * 2 % 998 + (sex == Sex.Male ? 1 : 0));
    }

    /// <summary>An agent with training, registration, letter and appointment in the village.</summary>
    public static async Task<Actor> GivenReadyAgentAsync(this TestDatabase database, Guid? village = null)
    {
        var (_, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, village ?? Places.Village);
        return Staffing.AsAgent(agent, village ?? Places.Village);
    }

    /// <summary>A product with a tariff.</summary>
    public static async Task<string> GivenProductAsync(this TestDatabase database, bool forPupils = false)
    {
        var (code, letter) = ($"Q{Guid.NewGuid():N}"[..10], ((char)(0x4E00 + Interlocked.Increment(ref _order))).ToString());
        await database.GivenAsync(Places.Village, new Product(Guid.CreateVersion7(), code, code, "kind", !forPupils, forPupils, false, !forPupils, Guid.NewGuid()),
            new ProductTariff(Guid.CreateVersion7(), code, letter, 60_000, 1_000_000, forPupils ? PayMode.Once : PayMode.Annual, 10, forPupils ? 12 : 240));
        return code;
    }

    public static MemberEntry Member(string relation, int year, Sex sex = Sex.Male, string? number = null) =>
        new(Guid.CreateVersion7(), true, $"N{year}", number ?? IdNumber(year, sex), null, null, relation, ResidenceKind.Local, Today, JoinReason.Initial);

    public static SaveHousehold.Input Family(params MemberEntry[] members) => new(Guid.CreateVersion7(), null, Places.Village, Places.Group, new(null, null, null, null, null, null, null), null,
        members.Length > 0 ? members : [Member(RelationWords.Of(FamilyRole.Head), 1984), Member(RelationWords.Of(FamilyRole.Spouse), 1986, Sex.Female), Member(RelationWords.Of(FamilyRole.Child), 2015)], [], [], [], [], null);

    public static Task SaveAsync(this TestDatabase database, Actor agent, SaveHousehold.Input input, TimeProvider? clock = null) =>
        new SaveHousehold(database.GateFor(agent, clock ?? Clock()), Imports.Vault, clock ?? Clock(), new ImportRules(true)).RunAsync(input);

    public static async Task<SaveHousehold.Input> GivenFamilyAsync(this TestDatabase database, Actor agent)
    {
        var input = Family();
        await database.SaveAsync(agent, input);
        return input with { SeenVersion = 0, Members = [.. input.Members.Select(m => m with { IsNew = false, IdNumber = null })] };
    }

    public static async Task<ConsentEntry> YesAsync(this TestDatabase database, ConsentKind kind, Guid? person = null, bool given = true) =>
        new(Guid.CreateVersion7(), kind, person, given, await database.SeeAsync(Places.Village, db => db.ProgrammeTexts.Where(t => t.Kind == TextKind.Consent).Select(t => t.Id).FirstAsync()), "Yu", ConsentForm.Mark);
}
