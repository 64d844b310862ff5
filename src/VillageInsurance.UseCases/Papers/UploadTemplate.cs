using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The office replaces a paper's Word template by its own; the ones before it are kept.</summary>
public sealed class UploadTemplate(AppDbGate gate, IFileStore store)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Content">Can be read from the start again; at most 2 MB.</param>
    public sealed record Input(Guid Id, PaperKind Kind, string FileName, Stream Content);

    /// <summary>A kind and a name are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
        }
    }

    /// <param name="Unknown">The places that this paper does not know: then nothing was kept.</param>
    public sealed record View(IReadOnlyList<string> Unknown);

    /// <summary>Checks and keeps it. Refused when it is no harmless Word file.</summary>
    public Task<View> RunAsync(Input input) => gate.ChangeAsync(Permission.ManagePapers, async db =>
    {
        input.MustMeet(new InputRules());
        var file = await BytesAsync(input.Content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        if (await db.PaperTemplates.SingleOrDefaultAsync(t => t.Id == input.Id) is { } first)
            return first.Kind == input.Kind && first.Sha256 == hash && first.UploadedById == db.Actor.StaffId ? new View([]) : throw new AlreadyCreated(input.Id);
        if (DocxCheck.Unknown(file, input.Kind) is { Count: > 0 } unknown) return new View(unknown);
        await db.LockAsync($"template {input.Kind}");
        var number = await db.PaperTemplates.Where(t => t.Kind == input.Kind).MaxAsync(t => (int?)t.Number) ?? 0;
        // Bytes before row: a cut leaves at most an orphan file.
        var key = input.Id.ToString("N");
        if (!await store.ExistsAsync(key, default)) await store.PutAsync(key, new MemoryStream(file, writable: false), default);
        db.Add(new PaperTemplate(input.Id, input.Kind, number + 1, Path.GetFileName(input.FileName), file.Length, hash, db.Actor.StaffId, db.Operation.At));
        return new View([]);
    });

    private static async Task<byte[]> BytesAsync(Stream content)
    {
        if (content.Length > DocxCheck.Largest) throw PaperRule.ATemplateIsAtMostTwoMegabytes.Broken();
        content.Position = 0;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
