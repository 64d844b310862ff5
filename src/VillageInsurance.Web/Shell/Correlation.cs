using System.Diagnostics;

namespace VillageInsurance.Web.Shell;

/// <summary>Gives every request and every event of a circuit a trace id, which log, audit and error page then share.</summary>
internal static class Correlation
{
    private static readonly Lazy<ActivityListener> Listener = new(() =>
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    });

    public static void Listen() => _ = Listener.Value;

    /// <summary>The number a user reads out to support. It is the trace id of the log and the audit.</summary>
    public static string Number() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
}
