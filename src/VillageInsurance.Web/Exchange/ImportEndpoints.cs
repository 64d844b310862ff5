using System.Globalization;
using System.Text;
using Hangfire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Work;
using VillageInsurance.Web.Shared;
using VillageInsurance.Web.Texts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Exchange;

/// <summary>Receives a county's file by an ordinary form, since a circuit is no road for 200 MB, and gives out the list of problems.</summary>
internal static class ImportEndpoints
{
    public const string Upload = "/imports/upload";
    private const long Most = 200_000_000;

    public static void MapImports(this WebApplication app)
    {
        app.MapPost(Upload, ReceiveAsync).RequireAuthorization(nameof(Permission.ImportCountyData))
            .WithMetadata(new RequestSizeLimitAttribute(Most + 1_000_000), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = Most + 1_000_000 });
        app.MapGet("/imports/{id:guid}/problems.csv", ProblemsAsync).RequireAuthorization(nameof(Permission.ImportCountyData));
    }

    private static async Task<IResult> ReceiveAsync(
        IFormFile? file, [FromForm] string? source, [FromForm] string? basis, [FromForm] DateOnly? noticeOn, RequestImport request, IBackgroundJobClient jobs,
        IConfiguration configuration, UseCases.Data.ICurrentActor actor, HttpContext context)
    {
        if (file is not { Length: > 0 and <= Most }) return Results.Redirect("/imports?refused=file");
        var id = Guid.CreateVersion7();
        var path = await StageAsync(configuration, id, file, context.RequestAborted);
        try
        {
            await request.RunAsync(new(id, new(path, source ?? "", basis ?? "", noticeOn ?? default)));
        }
        catch (Refusal)
        {
            File.Delete(path);
            return Results.Redirect("/imports?refused=basis");
        }
        var staff = (await actor.GetAsync(context.RequestAborted)).StaffId;
        jobs.Enqueue<ImportJob>(import => import.RunAsync(id, staff));
        return Results.Redirect($"/imports/{id}");
    }

    // The name is ours; what the sender called the file is never a path. The ending tells a zip from a workbook, the reader looks at the content.
    private static async Task<string> StageAsync(IConfiguration configuration, Guid id, IFormFile file, CancellationToken cancel)
    {
        var folder = Path.Combine(configuration["Files:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "files"), "staging");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{id:N}{(file.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? ".xlsx" : ".zip")}");
        await using var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await file.CopyToAsync(copy, cancel);
        return path;
    }

    private static async Task<IResult> ProblemsAsync(Guid id, JobDetail detail, IStringLocalizer<ImportTexts> texts, HttpContext context)
    {
        try
        {
            var job = await detail.RunAsync(id, context.RequestAborted);
            var csv = new StringBuilder($"{texts["Col.File"].Value},{texts["Col.Row"].Value},{texts["Col.Column"].Value},{texts["Col.Value"].Value},{texts["Col.Expected"].Value}\r\n");
            foreach (var p in job.Result?.Problems ?? [])
                csv.Append(CultureInfo.InvariantCulture, $"{CsvCell.Of(p.File)},{p.Row},{CsvCell.Of(p.Column)},{CsvCell.Of(p.Value)},{CsvCell.Of(texts[p.TextKey, p.Detail ?? ""])}\r\n");
            return Results.File([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", "problems.csv");
        }
        catch (UseCases.Data.NotFound)
        {
            return Results.NotFound();
        }
    }
}
