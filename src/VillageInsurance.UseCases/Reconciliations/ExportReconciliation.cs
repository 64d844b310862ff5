using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>Takes the lines of a reconciliation out as a file, payers masked as on the page. The audit keeps rows and hash.</summary>
public sealed class ExportReconciliation(AppDbGate gate, Vault vault)
{
    private static readonly string[] Sides = ["Receipt", "Policy", "Day", "Amount", "Payer", "Owner"];

    /// <param name="Verdict">One verdict; null for all lines.</param>
    public sealed record Input(Guid Id, SheetForm Form, ReconciliationVerdict? Verdict = null);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Form).IsInEnum();
            RuleFor(i => i.Verdict).IsInEnum();
        }
    }

    /// <param name="File">At its beginning; gone when it is closed.</param>
    public sealed record View(Stream File, string FileName, SheetForm Form, long Rows);

    /// <summary>Writes the file. The words of heads and verdicts come from the page.</summary>
    public Task<View> RunAsync(Input input, Func<string, string> words, CancellationToken cancel = default) => gate.ChangeAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        var run = await db.Reconciliations.AsNoTracking().FindOrRefuseAsync(input.Id, cancel);
        var file = PassingFile.Create();
        try
        {
            var written = await WriteAsync(db, run, input, file, words, cancel);
            db.AuditEvents.Add(db.Operation);
            db.AuditChanges.Add(AuditChange.Export(db.Operation, run.Id, new(nameof(Reconciliation), input.Form.ToString(), false, run.FileName, written, await SheetWriter.HashAsync(file))));
            return new View(file, $"reconciliation-{run.From:yyyyMMdd}-{run.To:yyyyMMdd}.{(input.Form == SheetForm.Xlsx ? "xlsx" : "csv")}", input.Form, written);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    });

    private async Task<long> WriteAsync(AppDb db, Reconciliation run, Input input, Stream file, Func<string, string> words, CancellationToken cancel)
    {
        var lines = db.ReconciledLines.AsNoTracking().Where(l => l.ReconciliationId == run.Id && (input.Verdict == null || l.Verdict == input.Verdict)).OrderBy(l => l.Ordinal);
        var names = await db.StaffNamesAsync(await db.ReconciledLines.Where(l => l.ReconciliationId == run.Id && l.ExplainedById != null).Select(l => l.ExplainedById!.Value).Distinct().ToListAsync(cancel), cancel);
        await using var sheet = SheetWriter.Open(input.Form, file);
        await sheet.BeginAsync(words("Lines"), [words("Col.Row"), words("Col.Verdict"), .. Sides.Select(s => $"{words("Stated")} {words($"Col.{s}")}"), .. Sides.Select(s => $"{words("Booked")} {words($"Col.{s}")}"), words("Col.Names"), words("Col.Explanation"), words("Col.ExplainedBy")]);
        var written = 0L;
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var cells = ReconciledCells.Of(vault, line);
            await sheet.RowAsync([line.Row?.ToString(CultureInfo.InvariantCulture), words($"Verdict.{line.Verdict}"), .. CellsOf(cells.Stated), .. CellsOf(cells.Booked), NamesOf(cells, words), line.Explanation, line.ExplainedById is { } by ? names.GetValueOrDefault(by) : null]);
            written++;
        }
        return written;
    }

    private static string NamesOf(ReconciledCells cells, Func<string, string> words) =>
        string.Join(' ', new[] { (cells.IsOtherPayer(), "OtherPayer"), (cells.IsOtherOwner(), "OtherOwner") }.Where(n => n.Item1).Select(n => words(n.Item2)));

    private static string?[] CellsOf(PremiumSide? side) => side?.Masked() is { } s
        ? [s.Receipt, s.Policy, s.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Fen is { } fen ? Yuan.Text(fen) : null, s.Payer, s.Owner] : new string?[Sides.Length];
}
