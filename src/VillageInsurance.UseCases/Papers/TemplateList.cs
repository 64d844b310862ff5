using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Every paper with the versions of its Word template, newest first, and the places that a template of it may hold.</summary>
public sealed class TemplateList(AppDbGate gate)
{
    /// <summary>One paper.</summary>
    public sealed record Row(PaperKind Kind, IReadOnlyList<Version> Versions, IReadOnlyList<string> Places);

    /// <param name="InUse">Whether papers are filled into this one.</param>
    public sealed record Version(Guid Id, int Number, string FileName, long Size, string By, DateTimeOffset At, DateTimeOffset? WithdrawnAt, bool InUse);

    /// <summary>Reads them, at most 200 versions.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ManagePapers, async db =>
    {
        var templates = await db.PaperTemplates.AsNoTracking().OrderByDescending(t => t.At).Take(200).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(templates.Select(t => t.UploadedById), cancel);
        return [.. Enum.GetValues<PaperKind>().Select(kind => new Row(kind, VersionsOf(templates, kind, names), [.. PaperBook.PlacesOf(kind).Order(StringComparer.Ordinal)]))];
    }, cancel);

    private static IReadOnlyList<Version> VersionsOf(List<PaperTemplate> templates, PaperKind kind, Dictionary<Guid, string> names)
    {
        var versions = templates.Where(t => t.Kind == kind).OrderByDescending(t => t.Number).ToList();
        var used = versions.FirstOrDefault(t => t.WithdrawnAt is null);
        return [.. versions.Select(t => new Version(t.Id, t.Number, t.FileName, t.Size, names.GetValueOrDefault(t.UploadedById, ""), t.At, t.WithdrawnAt, t == used))];
    }
}
