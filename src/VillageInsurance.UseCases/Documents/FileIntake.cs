using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>Takes a photo or scan in: what it is, by its content; how large; how many; how much in a day. Bytes before row: a cut leaves at most an orphan file.</summary>
internal static class FileIntake
{
    private const int MostFiles = 20;
    private const long MostBytesADay = 200_000_000;

    /// <summary>Keeps the file with the record, or refuses it and keeps nothing.</summary>
    public static async Task KeepAsync(this AppDb db, IFileStore store, DateTimeOffset at, Guid id, Guid villageId, Guid recordId, EvidenceKind kind, string slot, string fileName, Stream content)
    {
        await RequireRoomAsync(db, recordId, content.Length, at);
        var (type, bytes) = await CheckedAsync(content);
        await using var _ = bytes;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes));
        bytes.Position = 0;
        var key = id.ToString("N");
        if (!await store.ExistsAsync(key, default)) await store.PutAsync(key, bytes, default);
        db.Add(new Attachment(id, villageId, recordId, kind, slot, Path.GetFileName(fileName), type, bytes.Length, hash, key, db.Actor.StaffId, at));
    }

    private static async Task RequireRoomAsync(AppDb db, Guid recordId, long size, DateTimeOffset at)
    {
        Require(size <= FileContent.LargestFile, DocumentRule.AFileIsAtMostTenMegabytes);
        Require(await db.Attachments.CountAsync(f => f.RecordId == recordId && f.RemovedAt == null) < MostFiles, DocumentRule.AtMostTwentyFiles);
        var yesterday = at.AddDays(-1);
        var today = await db.Attachments.Where(f => f.UploadedById == db.Actor.StaffId && f.At > yesterday).SumAsync(f => f.Size);
        Require(today + size <= MostBytesADay, DocumentRule.TwoHundredMegabytesADay);
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
