using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Takes a paper out of the product, as a page to print or as a Word file: it gets a print number and stands in the print log.</summary>
public sealed class PrintPaper(AppDbGate gate, IFileStore store)
{
    /// <param name="Id">Made by the page, so that a repeated request is one print.</param>
    public sealed record Input(Guid Id, PaperKind Kind, Guid RecordId, PaperForm Form);

    /// <summary>Ids are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.RecordId).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Form).IsInEnum();
        }
    }

    /// <param name="FileName">Without personal data: code, kind and year.</param>
    /// <param name="Docx">The Word file; null for a page.</param>
    public sealed record View(Guid PrintId, string Number, string FileName, byte[]? Docx);

    /// <summary>Prints. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Input input) => gate.ChangeAsync(input.Kind.ToSee(), async db =>
    {
        input.MustMeet(new InputRules());
        var content = await db.PaperAsync(input.Kind, input.RecordId, CancellationToken.None);
        var print = await FirstAsync(db, input) ?? await TakeAsync(db, input, content);
        var docx = input.Form == PaperForm.Page ? null
            : await DocxFill.FillAsync(await db.TemplateAsync(store, input.Kind), [new(content, PrintMark.Of(print, db.Actor.Name))]);
        return new View(print.Id, print.Number, $"{content.PlaceCode}-{content.Kind}-{content.Year}.docx", docx);
    });

    private static async Task<PrintRecord?> FirstAsync(AppDb db, Input input)
    {
        var first = await db.PrintRecords.SingleOrDefaultAsync(p => p.Id == input.Id);
        return first is null || new Input(first.Id, first.Kind, first.RecordId, first.Form) == input && first.PrintedById == db.Actor.StaffId ? first : throw new AlreadyCreated(input.Id);
    }

    private static async Task<PrintRecord> TakeAsync(AppDb db, Input input, PaperContent content)
    {
        var number = await db.TakeNumberAsync(NumberKind.Print, db.Operation.At.LocalDay().Year);
        var print = new PrintRecord(input.Id, content.VillageId, input.Kind, input.RecordId, input.Form, content.Standing, number, content.CheckCode(), db.Actor.StaffId, db.Operation.At);
        db.Add(print);
        return print;
    }
}
