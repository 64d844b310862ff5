using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Makes the certificates of all titles of a year into one Word file, each with a print number of its own.</summary>
public sealed class PrintCertificates(AppDbGate gate, IFileStore store)
{
    /// <param name="JobId">The job; started twice it gives the numbers once.</param>
    public sealed record Input(Guid JobId, int Year);

    /// <summary>A job is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.JobId).NotEmpty();
    }

    /// <summary>Prints. Progress is told now and then; the receiver must not use this operation's connection.</summary>
    public Task<CertificateFile> RunAsync(Input input, Func<int, int, Task>? progress = null) => gate.ChangeAsync(Permission.ManagePapers, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"job {input.JobId}");
        var before = await db.PrintRecords.Where(p => p.JobId == input.JobId).ToDictionaryAsync(p => p.RecordId);
        var contents = (await CertificatePaper.ReadAllAsync(db, db.Titles.Where(t => t.Year == input.Year && t.RevokedOn == null), CancellationToken.None))
            .Where(c => before.Count == 0 || before.ContainsKey(c.RecordId)).ToList();
        if (contents.Count == 0) throw PaperRule.ThereAreTitlesOfTheYear.Broken();
        var sheets = before.Count > 0 ? [.. contents.Select(c => new DocxFill.Sheet(c, PrintMark.Of(before[c.RecordId], db.Actor.Name)))] : await NumberedAsync(db, input, contents);
        var file = await DocxFill.FillAsync(await db.TemplateAsync(store, PaperKind.Certificate), sheets, done => progress?.Invoke(done, sheets.Count) ?? Task.CompletedTask);
        var key = Guid.CreateVersion7();
        await store.PutAsync(key.ToString("N"), new MemoryStream(file, writable: false), CancellationToken.None);
        return new CertificateFile(key, sheets.Count, sheets[0].Print.Number, sheets[^1].Print.Number);
    });

    private static async Task<List<DocxFill.Sheet>> NumberedAsync(AppDb db, Input input, List<PaperContent> contents)
    {
        var sheets = new List<DocxFill.Sheet>(contents.Count);
        foreach (var content in contents)
        {
            var number = await db.TakeNumberAsync(NumberKind.Print, db.Operation.At.LocalDay().Year);
            var print = new PrintRecord(Guid.CreateVersion7(), content.VillageId, content.Kind, content.RecordId, PaperForm.Docx, content.Standing, number, content.CheckCode(), db.Actor.StaffId, db.Operation.At, input.JobId);
            db.Add(print);
            sheets.Add(new(content, PrintMark.Of(print, db.Actor.Name)));
        }
        return sheets;
    }
}
