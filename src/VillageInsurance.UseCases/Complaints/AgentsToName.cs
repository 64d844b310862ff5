using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>The agents of a village, present and past, whom a complaint can be about.</summary>
public sealed class AgentsToName(AppDbGate gate)
{
    /// <summary>An agent by staff id.</summary>
    public sealed record Row(Guid Id, string Name);

    /// <summary>Reads them, at most 50.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Guid villageId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.RecordComplaints, async db =>
        await db.Staff.AsNoTracking().Where(s => db.AgentServices.Any(a => a.StaffId == s.Id && a.VillageId == villageId)).OrderBy(s => s.Name).Take(50).Select(s => new Row(s.Id, s.Name)).ToListAsync(cancel), cancel);
}
