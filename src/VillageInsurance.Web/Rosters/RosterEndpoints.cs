using System.Globalization;
using System.Text;
using Hangfire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Rosters;

/// <summary>Receives rosters by an ordinary form, as a file or as pasted rows, and gives out the list of problems.</summary>
internal static class RosterEndpoints
{
    public const string Upload = "/rosters/upload";

    public static void MapRosters(this WebApplication app)
    {
        app.MapPost(Upload, ReceiveAsync).RequireAuthorization(nameof(Permission.ImportRosters))
            .WithMetadata(new RequestSizeLimitAttribute(UploadRoster.MostBytes + 1_000_000), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = UploadRoster.MostBytes + 1_000_000, ValueLengthLimit = UploadRoster.MostBytes });
        app.MapGet("/rosters/{id:guid}/problems.csv", ProblemsAsync).RequireAuthorization(nameof(Permission.ImportRosters));
    }

    private static async Task<IResult> ReceiveAsync(
        IFormFile? file, [FromForm] string? pasted, [FromForm] Guid? area, [FromForm] string? source, [FromForm] string? basis, [FromForm] DateOnly? noticeOn, [FromForm] DateOnly? cutOff,
        UploadRoster upload, IBackgroundJobClient jobs, HttpContext context)
    {
        if (file is not { Length: > 0 } && string.IsNullOrWhiteSpace(pasted)) return Results.Redirect("/rosters?refused=FileFault.Empty");
        try
        {
            using var content = new MemoryStream();
            if (file is { Length: > 0 and <= UploadRoster.MostBytes }) await file.CopyToAsync(content, context.RequestAborted);
            else if (file is { Length: > 0 }) throw new RosterRefused(FileFault.TooBig);
            else content.Write(Encoding.UTF8.GetBytes(pasted!));
            var id = Guid.CreateVersion7();
            var name = file is { Length: > 0 } ? Path.GetFileName(file.FileName) : "-";
            var taken = await upload.RunAsync(new(id, area ?? default, name.Length <= 200 ? name : name[^200..], source ?? "", basis ?? "", noticeOn ?? default, cutOff ?? default, content.ToArray()));
            if (!taken.WasThere) jobs.Enqueue<RosterJob>(job => job.RunAsync(id, taken.StaffId));
            return Results.Redirect($"/rosters/{taken.BatchId}{(taken.WasThere ? "?again=1" : "")}");
        }
        catch (Refusal no)
        {
            return Results.Redirect($"/rosters?refused={no.TextKey}");
        }
    }

    private static async Task<IResult> ProblemsAsync(Guid id, RosterFindings findings, IStringLocalizer<RosterTexts> texts, HttpContext context)
    {
        try
        {
            var rows = await findings.RunAsync(new(id, [RosterHandling.Ask, RosterHandling.Reject], Open: true, Most: 100_000), context.RequestAborted);
            var csv = new StringBuilder($"{texts["Col.Row"].Value},{texts["Col.Name"].Value},{texts["Col.Column"].Value},{texts["Col.Said"].Value},{texts["Col.Value"].Value},{texts["Col.Reason"].Value}\r\n");
            foreach (var r in rows)
                csv.Append(CultureInfo.InvariantCulture, $"{r.RowNumber},{CsvCell.Of(r.Name)},{CsvCell.Of(r.Header)},{CsvCell.Of(r.Said)},{CsvCell.Of(r.Value)},{CsvCell.Of(texts[$"Reason.{r.Reason}"])}\r\n");
            context.Response.Headers.CacheControl = "private, no-store";
            return Results.File([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", "problems.csv");
        }
        catch (NotFound)
        {
            return Results.NotFound();
        }
    }
}
