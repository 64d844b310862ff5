using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Staff members by code or name, for the two administrators who make accounts and grants.</summary>
public sealed class StaffList(AppDbGate gate)
{
    /// <summary>One person on duty.</summary>
    public sealed record Row(Guid Id, string Code, string Name, string? Unit);

    /// <summary>At most 50 whose code or name begins with the text. The permission is the caller's: accounts or grants.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(string text, bool forGrants, CancellationToken cancel) =>
        gate.ReadAsync<IReadOnlyList<Row>>(forGrants ? Permission.ManageGrants : Permission.ManageAccounts, async db =>
            await db.Staff.AsNoTracking().Where(s => s.Id != StaffMember.CommandLineId && (s.Code.StartsWith(text) || s.Name.StartsWith(text)))
                .OrderBy(s => s.Code).Take(50).Select(s => new Row(s.Id, s.Code, s.Name, s.Unit)).ToListAsync(cancel), cancel);
}
