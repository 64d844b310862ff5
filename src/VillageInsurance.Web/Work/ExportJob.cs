using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Work;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Work;

/// <summary>Writes a long export in the background, in the name of who asked. It may be started twice, even at once: the second finds the work done.</summary>
[AutomaticRetry(Attempts = 0)]
internal sealed partial class ExportJob(JobIdentity identity, ActorLoader loader, TimeProvider clock, ReportJob report, WriteLongExport write, EndLongExport end, IStringLocalizer<FindTexts> texts, ILogger<ExportJob> log)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(0.5);

    private readonly Stopwatch _sinceReport = new();

    public async Task RunAsync(Guid jobId, Guid staffId)
    {
        await identity.TakeAsync(staffId, loader);
        // Whose right was withdrawn meanwhile gets an answer, too; without an end the sweep would start the job for ever.
        var permitted = identity.Actor?.ScopeOf(Permission.ExportHouseholds) is not null;
        if (!permitted) identity.TakeProgram(clock.Today());
        if ((permitted ? await TryAsync(jobId) : new(jobId, JobState.Refused, new NotPermitted(Permission.ExportHouseholds).TextKey)) is { } outcome) await end.RunAsync(outcome);
    }

    private async Task<EndLongExport.Input?> TryAsync(Guid jobId)
    {
        try
        {
            await write.RunAsync(new(jobId), WordsIn, (rows, of) => ReportAsync(jobId, rows, of));
            return null;
        }
        catch (Refusal no)
        {
            return new(jobId, JobState.Refused, no.TextKey);
        }
        catch (Exception failure)
        {
            Broke(log, jobId, failure);
            return new(jobId, JobState.Failed, failure.GetType().Name);
        }
    }

    // The heads of the file are in the language of the page that ordered it.
    private Func<string, string> WordsIn(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return key => texts[key];
    }

    private async Task ReportAsync(Guid jobId, long rows, long of)
    {
        if (_sinceReport.IsRunning && _sinceReport.Elapsed < BetweenReports) return;
        _sinceReport.Restart();
        await report.RunAsync(new(jobId, "Rows", rows, of, JobKind.Export));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {Job} failed")]
    private static partial void Broke(ILogger log, Guid job, Exception failure);
}
