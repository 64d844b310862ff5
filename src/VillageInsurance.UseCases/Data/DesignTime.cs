using Microsoft.EntityFrameworkCore.Design;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>Lets the migration tool build the model without a server.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args) => new(ConnectionSettings.OptionsFor("Host=nowhere"), Actor.Nobody, DataScope.None,
        AuditEvent.Begin(Actor.Nobody, Permission.ViewAudit, DateTimeOffset.UnixEpoch, null));
}
