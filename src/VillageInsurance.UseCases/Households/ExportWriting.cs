using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>Writes an export to a file of its own and into the audit, at once or in the background; both hold to the same.</summary>
internal sealed class ExportWriting(AppDb db, Vault vault, TimeProvider clock, ExportHouseholds.Input input, Func<string, string> words)
{
    private readonly DateOnly _today = clock.Today();

    /// <summary>Counts the rows, no further than needed. Refused as the export is.</summary>
    public async Task<int> CountAsync(int most, CancellationToken cancel) => await RequireAsync(await ChosenAsync(cancel), most, cancel);

    /// <summary>Writes. The id is what the audit calls the file.</summary>
    public async Task<ExportHouseholds.View> WriteAsync(Guid id, Func<long, Task>? progress, CancellationToken cancel)
    {
        var households = await ChosenAsync(cancel);
        if (input.InClear) await RequireAsync(households, ExportHouseholds.MostInClear, cancel);
        var file = PassingFile.Create();
        try
        {
            var written = 0L;
            await using (var sheet = SheetWriter.Open(input.Form, file))
            {
                written = await Rows.WriteAsync(sheet, households, progress, cancel);
                await sheet.BeginAsync(words("Sheet.About"), [words("About.Who"), words("About.When"), words("About.Purpose"), words("About.Rows")]);
                await sheet.RowAsync([db.Actor.Name, clock.GetUtcNow().ToOffset(Clock.Offset).ToString("yyyy-MM-dd HH:mm", null), input.Purpose, $"{written}"]);
            }
            var hash = await SheetWriter.HashAsync(file);
            if (input.VillageId is { } village) db.Operation.Concerns(village);
            db.AuditEvents.Add(db.Operation);
            db.AuditChanges.Add(AuditChange.Export(db.Operation, id, new(input.Kind.ToString(), input.Form.ToString(), input.InClear, input.Purpose, written, hash, input.RequestId)));
            return new(file, $"{(input.Kind == ExportKind.Roster ? "roster" : "households")}-{_today:yyyyMMdd}-{id.ToString("N")[^8..]}.{(input.Form == SheetForm.Xlsx ? "xlsx" : "csv")}", input.Form, written, hash);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private ExportRows Rows => new(db, vault, input, words, _today);

    private Task<IQueryable<Household>> ChosenAsync(CancellationToken cancel)
    {
        if (input.InClear && db.Actor.ScopeOf(Permission.RevealPersonalInfo) is null) throw new NotPermitted(Permission.RevealPersonalInfo);
        return ExportHouseholds.ChosenAsync(db, input, _today, cancel);
    }

    private async Task<int> RequireAsync(IQueryable<Household> households, int most, CancellationToken cancel)
    {
        var rows = await Rows.CountAsync(households, most == int.MaxValue ? most : most + 1, cancel);
        if (input.InClear && rows > ExportHouseholds.MostInClear && !await IsApprovedAsync(cancel)) throw ExportRule.AboveAThousandASecondPersonDecides.Broken();
        return rows;
    }

    private async Task<bool> IsApprovedAsync(CancellationToken cancel) =>
        input.RequestId is { } id && await db.ExportRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } request
        && request.Allows(db.Actor.StaffId, clock.GetUtcNow()) && RequestExport.OrderOf(request) == input with { RequestId = null };
}
