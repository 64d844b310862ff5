using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The township attaches a photo or scan to an application that it may still edit. Bytes before row: a cut leaves at most an orphan file.</summary>
public sealed class AttachFile(AppDbGate gate, IFileStore store, TimeProvider clock)
{
    private const int MostFiles = 20;
    private const long MostBytesADay = 200_000_000;

    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Slot">The field that it shows.</param>
    /// <param name="Content">Can be read from the start again; at most 10 MB, photos 5 MB.</param>
    public sealed record Input(Guid Id, Guid ApplicationId, string Slot, string FileName, Stream Content);

    /// <summary>A slot and a name are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Slot).NotEmpty().MaximumLength(60);
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
        }
    }

    /// <summary>Attaches it. Refused by content, size, number and day's total.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftApplications, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Attachments.AnyAsync(f => f.Id == input.Id)) return;
        var application = await db.Applications.FindOrRefuseAsync(input.ApplicationId);
        await RequireRoomAsync(db, application, input);
        var (type, content) = await CheckedAsync(input.Content);
        await using var _ = content;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
        content.Position = 0;
        var key = input.Id.ToString("N");
        if (!await store.ExistsAsync(key, default)) await store.PutAsync(key, content, default);
        db.Add(new Attachment(input.Id, application.VillageId, application.Id, input.Slot, Path.GetFileName(input.FileName), type, content.Length, hash,
            key, db.Actor.StaffId, clock.GetUtcNow()));
    });

    private async Task RequireRoomAsync(AppDb db, SiteApplication application, Input input)
    {
        var rules = (await db.Schemes.SingleAsync(s => s.Id == application.SchemeId)).Rules;
        Require(application.CanBeEditedBy(db.Actor, rules), ApplicationRule.OnlyADraftOrReturnedOneIsEdited);
        Require(ApplicationForm.FieldsOf(rules).Contains(input.Slot), ApplicationRule.AReturnMarksTheFieldsAtFault);
        Require(input.Content.Length <= FileContent.LargestFile, DocumentRule.AFileIsAtMostTenMegabytes);
        Require(await db.Attachments.CountAsync(f => f.RecordId == application.Id && f.RemovedAt == null) < MostFiles, DocumentRule.AtMostTwentyFiles);
        var yesterday = clock.GetUtcNow().AddDays(-1);
        var today = await db.Attachments.Where(f => f.UploadedById == db.Actor.StaffId && f.At > yesterday).SumAsync(f => f.Size);
        Require(today + input.Content.Length <= MostBytesADay, DocumentRule.TwoHundredMegabytesADay);
    }

    private static async Task<(string Type, Stream Content)> CheckedAsync(Stream content)
    {
        var start = new byte[8];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var type = FileContent.MediaTypeOf(start.AsSpan(0, read)) ?? throw DocumentRule.OnlyPhotosAndPdf.Broken();
        if (type == "application/pdf") return (type, content);
        Require(content.Length <= FileContent.LargestPhoto, DocumentRule.APhotoIsAtMostFiveMegabytes);
        return ("image/jpeg", await FileContent.RedrawAsync(content, default) ?? throw DocumentRule.APhotoCanBeRead.Broken());
    }

    private static void Require(bool holds, Enum rule)
    {
        if (!holds) throw rule.Broken();
    }
}
