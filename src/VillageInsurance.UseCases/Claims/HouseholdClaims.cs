using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The claims of a household's members, for whoever sees both the household and its claims.</summary>
public sealed class HouseholdClaims(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The claims, the newest first, and whether the viewer may register one.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool MayRegister);

    /// <summary>A claim.</summary>
    public sealed record Row(Guid Id, string Number, string Insured, ClaimState State, ClaimMilestone? Next, ClaimDesk Desk, ClaimDue? Due, DateOnly ReportedOn);

    /// <summary>Reads them.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewClaims, async db =>
    {
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var members = await db.Memberships.AsNoTracking().Where(m => m.HouseholdId == householdId && m.LeftOn == null).Select(m => m.PersonId).ToListAsync(cancel);
        var claims = await db.ReadClocksAsync(db.Claims.Where(c => members.Contains(c.InsuredId)), clock.Today(), cancel);
        var names = await db.NamesAsync(claims.Select(c => c.InsuredId), cancel);
        return new View([.. claims.OrderByDescending(c => c.Facts.ReportedOn).Select(c => new Row(c.Id, c.Number, NamesInClear.Shown(db.Actor, household, names.GetValueOrDefault(c.InsuredId, "")), c.Facts.State, c.Facts.Next,
            c.Facts.Desk, c.Due, c.Facts.ReportedOn))], db.Actor.May(Permission.RegisterClaims, household));
    }, cancel);
}
