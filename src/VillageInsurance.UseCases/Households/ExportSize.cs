using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Says before an export whether it would be refused, so that the page can say why, and whether it is too long to wait for.</summary>
public sealed class ExportSize(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>Gives the rows, counted no further than one more than are written at once. Refused as the export is.</summary>
    public Task<int> RunAsync(ExportHouseholds.Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ExportHouseholds, db =>
    {
        input.MustMeet(new ExportHouseholds.InputRules());
        return new ExportWriting(db, vault, clock, input, key => key).CountAsync(ExportHouseholds.MostAtOnce, cancel);
    }, cancel);
}
