using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.CallBacks;

/// <summary>People whom the database knows, and policies as the insurer's list brings them.</summary>
internal static class Sold
{
    /// <summary>Somebody in this role whom the database knows; without a village in the whole county.</summary>
    public static async Task<Actor> GivenActorAsync(this TestDatabase database, Role role, params Guid[] villages)
    {
        var staff = await database.GivenPersonAsync();
        return new(staff.Id, staff.Name, [new(role, RolePermissions.Of(role), villages.Length > 0 ? new(villages) : DataScope.WholeCounty, Staffing.Today.AddYears(-1))], Staffing.Today);
    }

    /// <summary>A policy of the own insurer for a family's head, sold by the agent who entered the family.</summary>
    public static async Task<(Policy Policy, Guid Household)> GivenSoldAsync(this TestDatabase database, Actor agent, DateOnly issued, bool longTerm = true, bool fromList = true, string insurer = "CL")
    {
        var family = await database.GivenFamilyAsync(agent);
        var code = await database.GivenProductAsync(forPupils: !longTerm);
        var product = await database.SeeAsync(Places.Village, db => db.Products.SingleAsync(p => p.Code == code));
        var head = await database.SeeAsync(Places.Village, db => db.Memberships.Where(m => m.HouseholdId == family.Id).OrderBy(m => m.Id).Select(m => m.PersonId).FirstAsync());
        var household = await database.SeeAsync(Places.Village, db => db.Households.SingleAsync(h => h.Id == family.Id));
        var tariff = await database.SeeAsync(Places.Village, db => db.Tariffs.SingleAsync(t => t.ProductCode == code));
        var policy = Policy.AsShown(Guid.CreateVersion7(), household, $"B{Guid.NewGuid():N}"[..20], insurer, product, tariff, head, head, agent.StaffId, new(issued, issued, 60_000), issued);
        await database.GivenAsync(Places.Village, policy);
        if (fromList) await AsAListBroughtItAsync(database, policy.Id);
        return (policy, family.Id);
    }

    /// <summary>A premium of a later policy year.</summary>
    public static Task GivenRenewalAsync(this TestDatabase database, Policy policy, DateOnly on) => database.GivenAsync(policy.VillageId,
        new Payment(Guid.CreateVersion7(), policy.VillageId, policy.GroupId, $"F{Guid.NewGuid():N}"[..20], policy.Id, on, on, PaymentKind.Receipt, 2, 60_000, PaymentMethod.Bank, on, Guid.NewGuid()));

    // A list is told by its batch; nothing in the domain makes one of a policy that was shown.
    private static async Task AsAListBroughtItAsync(TestDatabase database, Guid policy)
    {
        await using var source = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        await using var command = source.CreateCommand("update policies set batch_id = gen_random_uuid() where id = $1");
        command.Parameters.Add(new() { Value = policy });
        await command.ExecuteNonQueryAsync();
    }
}
