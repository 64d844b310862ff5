using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Says before an export whether it would be refused, so that the page can say why.</summary>
public sealed class ExportSize(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>Gives the rows, counted no further than a thousand and one. Refused as the export is.</summary>
    public Task<int> RunAsync(ExportHouseholds.Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new ExportHouseholds.InputRules());
        if (input.InClear && db.Actor.ScopeOf(Permission.RevealPersonalInfo) is null) throw new NotPermitted(Permission.RevealPersonalInfo);
        var rows = await new ExportRows(db, vault, input, key => key, clock.Today()).CountAsync(await ExportHouseholds.ChosenAsync(db, input, clock.Today(), cancel), ExportHouseholds.MostInClear + 1, cancel);
        return input.InClear && rows > ExportHouseholds.MostInClear ? throw ExportRule.AboveAThousandASecondPersonDecides.Broken() : rows;
    }, cancel);
}
