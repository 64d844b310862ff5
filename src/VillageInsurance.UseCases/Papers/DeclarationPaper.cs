using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>验收申报表: the frozen figures, the statement, what the pack holds, and the opinions in the order of the deciding chain.</summary>
internal static class DeclarationPaper
{
    /// <param name="Indicators">Null while no figures are frozen; so are the counts.</param>
    /// <param name="Snapshot">The check code of the frozen figures.</param>
    /// <param name="Evidence">Name, detail, copies, and whether it is there.</param>
    public sealed record Values(string? Number, DateOnly? On, string Place, string Township, DateOnly? PlaqueOn, long? Households, long? People, long? Students, DateOnly? AgreementOn,
        string? Supervisor, IReadOnlyList<string> Agents, string? Cadre, Indicators? Indicators, Thresholds Thresholds, string Scheme, FigurePeriod? Period, DateTimeOffset? FrozenAt, string Snapshot,
        string Statement, IReadOnlyList<(string Name, string Detail, int Count, bool There)> Evidence, IReadOnlyList<PaperSigner> Signers);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.Declarations.Where(d => d.VillageId == villageId).OrderBy(d => d.Id).Select(d => d.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel) =>
        await DeclarationReader.ReadAsync(db, await db.Declarations.AsNoTracking().FindOrRefuseAsync(id, cancel), cancel);

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["date"] = Words.Day(v.On),
        ["place"] = v.Place,
        ["township"] = v.Township,
        ["code"] = of.PlaceCode,
        ["plaqueOn"] = Words.Day(v.PlaqueOn),
        ["households"] = Counted(Words.Households, v.Households),
        ["people"] = Counted(Words.People, v.People),
        ["students"] = Counted(Words.People, v.Students),
        ["agreementOn"] = Words.Day(v.AgreementOn),
        ["supervisor"] = v.Supervisor,
        ["agents"] = string.Join(Words.Separator, v.Agents),
        ["cadre"] = v.Cadre,
        ["declarer"] = v.Signers.Count == 0 ? "" : v.Signers[0].Body,
        ["scheme"] = v.Scheme,
        ["period"] = v.Period is { } period ? Words.Days(period.Start, period.AsOf) : "",
        ["frozenAt"] = v.FrozenAt?.ToOffset(Clock.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ["snapshot"] = v.Snapshot,
        ["statement"] = v.Statement,
    }
        .With("indicators", v.Indicators is { } judged ? Words.Rows(judged, v.Thresholds) : [])
        .With("evidence", v.Evidence.Select((e, i) => PaperValues.Row(("no", $"{i + 1}"), ("name", e.Name), ("detail", e.Detail), ("count", $"{e.Count}"), ("checked", e.There ? Words.Complete : Words.Missing))))
        .With("signers", PaperSigner.Rows(v.Signers)).Content(PaperKind.Declaration, of);

    private static string Counted(string unit, long? count) => count is { } n ? PaperWords.With(unit, PaperWords.Number(n)) : "";
}
