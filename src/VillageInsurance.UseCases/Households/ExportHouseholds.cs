using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>Takes the list of households, or their roster, out of one's own villages as a file: all rows, masked unless the right allows. The audit keeps purpose, rows and hash.</summary>
public sealed class ExportHouseholds(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>Rows with numbers in clear that one person may take out alone.</summary>
    public const int MostInClear = 1_000;

    /// <summary>What, in which form, of which village or group or all of one's own; with the search that narrows the list; whether ID numbers and phones stand in clear; and for what. A long list in clear names the request that was approved.</summary>
    public sealed record Input(ExportKind Kind, SheetForm Form, Guid? VillageId, Guid? GroupId, string? Search, bool WithEnded, bool InClear, string Purpose, Guid? RequestId = null);

    /// <summary>A purpose that says something.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Form).IsInEnum();
            RuleFor(i => i.Search).MaximumLength(SearchTerm.MostCharacters);
            RuleFor(i => i.Purpose).NotEmpty().MinimumLength(2).MaximumLength(200);
        }
    }

    /// <param name="File">At its beginning; gone when it is closed.</param>
    public sealed record View(Stream File, string FileName, SheetForm Form, long Rows);

    /// <summary>Writes the file. The words of heads and lists come from the page. Refused: numbers in clear without the right to see them, and above a thousand rows without a second person's yes of the last 24 hours to this very list.</summary>
    public Task<View> RunAsync(Input input, Func<string, string> words, CancellationToken cancel = default) => gate.ChangeAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        if (input.InClear && db.Actor.ScopeOf(Permission.RevealPersonalInfo) is null) throw new NotPermitted(Permission.RevealPersonalInfo);
        var today = clock.Today();
        var households = await ChosenAsync(db, input, today, cancel);
        var rows = new ExportRows(db, vault, input, words, today);
        if (input.InClear && await rows.CountAsync(households, MostInClear + 1, cancel) > MostInClear && !await IsApprovedAsync(db, input, cancel)) throw ExportRule.AboveAThousandASecondPersonDecides.Broken();

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            var written = 0L;
            await using (var sheet = SheetWriter.Open(input.Form, file))
            {
                written = await rows.WriteAsync(sheet, households, cancel);
                await sheet.BeginAsync(words("Sheet.About"), [words("About.Who"), words("About.When"), words("About.Purpose"), words("About.Rows")]);
                await sheet.RowAsync([db.Actor.Name, clock.GetUtcNow().ToOffset(Clock.Offset).ToString("yyyy-MM-dd HH:mm", null), input.Purpose, $"{written}"]);
            }
            var id = Guid.CreateVersion7();
            if (input.VillageId is { } village) db.Operation.Concerns(village);
            db.AuditEvents.Add(db.Operation);
            db.AuditChanges.Add(AuditChange.Export(db.Operation, id, new(input.Kind.ToString(), input.Form.ToString(), input.InClear, input.Purpose, written, await SheetWriter.HashAsync(file), input.RequestId)));
            return new View(file, $"{(input.Kind == ExportKind.Roster ? "roster" : "households")}-{today:yyyyMMdd}-{id.ToString("N")[^8..]}.{(input.Form == SheetForm.Xlsx ? "xlsx" : "csv")}", input.Form, written);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    });

    private async Task<bool> IsApprovedAsync(AppDb db, Input input, CancellationToken cancel) =>
        input.RequestId is { } id && await db.ExportRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } request
        && request.Allows(db.Actor.StaffId, clock.GetUtcNow()) && RequestExport.OrderOf(request) == input with { RequestId = null };

    internal static async Task<IQueryable<Household>> ChosenAsync(AppDb db, Input input, DateOnly today, CancellationToken cancel)
    {
        var households = db.Households.AsNoTracking().AsQueryable();
        if (input.VillageId is { } village) households = households.Where(h => h.VillageId == village);
        if (input.GroupId is { } group) households = households.Where(h => h.GroupId == group);
        if (!input.WithEnded) households = households.Where(h => h.LeftOn == null || h.LeftOn > today);
        if (SearchTerm.Of(input.Search) is not { } term) return households;
        var found = await HouseholdSearch.ReadAsync(db, new(term.Text, db.Actor.ScopeOf(Permission.ExportHouseholds)!, today, input.VillageId, input.GroupId, input.WithEnded, null, int.MaxValue), cancel);
        var ids = found.Where(f => !f.ByPolicy).Select(f => f.HouseholdId).ToList();
        return households.Where(h => ids.Contains(h.Id));
    }
}

/// <summary>A row for each household, or for each member.</summary>
public enum ExportKind { List = 1, Roster = 2 }

/// <summary>What an export holds to.</summary>
public enum ExportRule
{
    /// <summary>More than a thousand rows with numbers in clear are not one person's to take out.</summary>
    AboveAThousandASecondPersonDecides,

    /// <summary>What one person may take out alone is not asked for.</summary>
    OneMayTakeItOutAlone,
}
