namespace VillageInsurance.Web.Shell;

/// <summary>What the log says about a page that failed.</summary>
internal static partial class PageErrorLog
{
    [LoggerMessage(LogLevel.Error, "A page failed; its number is {Number}")]
    public static partial void Failed(ILogger log, string number, Exception failure);
}
