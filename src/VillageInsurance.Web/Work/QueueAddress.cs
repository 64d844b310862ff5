using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.Web.Work;

/// <summary>The page on which each kind of waiting thing is done.</summary>
internal static class QueueAddress
{
    public static string AddressOf(this OwnQueue.Item item) => item.Kind switch
    {
        QueueKind.ApplicationReturned => $"/applications/{item.RecordId}/edit",
        QueueKind.ImportEnded => $"/imports/{item.RecordId}",
        QueueKind.DeadlineNear => $"/villages/{item.Place?.VillageId}",
        QueueKind.LaunchOpen => "/launch",
        _ => $"/applications/{item.RecordId}",
    };

    /// <summary>Whether it only tells something, so that whoever has seen it may put it away.</summary>
    public static bool IsNotice(this OwnQueue.Item item) =>
        item.Kind is QueueKind.ApplicationApproved or QueueKind.ImportEnded && item.SharedBy is null;
}
