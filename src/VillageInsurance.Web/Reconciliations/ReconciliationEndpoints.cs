using System.Globalization;
using Hangfire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.Web.Texts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Reconciliations;

/// <summary>Receives statements by an ordinary form, and gives the lines of a reconciliation as a file.</summary>
internal static class ReconciliationEndpoints
{
    public const string Upload = "/reconciliations/upload";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Csv = "text/csv; charset=utf-8";

    public static void MapReconciliations(this WebApplication app)
    {
        app.MapPost(Upload, ReceiveAsync).RequireAuthorization(nameof(Permission.ReconcilePremiums))
            .WithMetadata(new RequestSizeLimitAttribute(UploadRoster.MostBytes + 1_000_000), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadRoster.MostBytes + 1_000_000 });
        app.MapGet("/reconciliations/{id:guid}/export", ExportAsync).RequireAuthorization(nameof(Permission.ReconcilePremiums));
    }

    /// <summary>Where the file of a reconciliation is.</summary>
    public static string Address(Guid id, SheetForm form, ReconciliationVerdict? verdict) => $"/reconciliations/{id}/export?form={form}{(verdict is { } only ? $"&verdict={only}" : "")}";

    private static async Task<IResult> ReceiveAsync(IFormFile? file, [FromForm] string? from, [FromForm] string? to, BringStatement bring, IBackgroundJobClient jobs, HttpContext context)
    {
        if (file is not { Length: > 0 }) return Results.Redirect("/reconciliations?refused=FileFault.Empty");
        if (DayOf(from) is not { } first || DayOf(to) is not { } last) return Results.Redirect($"/reconciliations?refused=ReconciliationRule.{ReconciliationRule.ThePeriodBeginsBeforeItEnds}");
        try
        {
            if (file.Length > UploadRoster.MostBytes) throw new RosterRefused(FileFault.TooBig);
            using var content = new MemoryStream();
            await file.CopyToAsync(content, context.RequestAborted);
            var (id, name) = (Guid.CreateVersion7(), Path.GetFileName(file.FileName));
            var taken = await bring.RunAsync(new(id, name.Length <= 200 ? name : name[^200..], first, last, content.ToArray()));
            if (!taken.WasThere) jobs.Enqueue<ReconciliationJob>(job => job.RunAsync(id, taken.StaffId));
            return Results.Redirect($"/reconciliations/{taken.Id}{(taken.WasThere ? "?again=1" : "")}");
        }
        catch (Refusal no)
        {
            return Results.Redirect($"/reconciliations?refused={no.TextKey}");
        }
    }

    private static async Task<IResult> ExportAsync(Guid id, SheetForm form, ReconciliationVerdict? verdict, ExportReconciliation export, IStringLocalizer<ReconciliationTexts> texts, HttpContext context)
    {
        try
        {
            var file = await export.RunAsync(new(id, form, verdict), key => texts[key], context.RequestAborted);
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file.File, file.Form == SheetForm.Xlsx ? Workbook : Csv, file.FileName);
        }
        catch (Refusal)
        {
            return Results.NotFound();
        }
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
