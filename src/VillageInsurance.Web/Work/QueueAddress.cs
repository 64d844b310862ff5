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
        QueueKind.RosterReady => $"/rosters/{item.RecordId}",
        QueueKind.InsurerListReady => $"/policy-lists/{item.RecordId}",
        QueueKind.ReconciliationReady or QueueKind.ReconciliationToClose => $"/reconciliations/{item.RecordId}",
        QueueKind.ExceptionsToExplain or QueueKind.CustomersToCall => "/premium-exceptions",
        QueueKind.ExceptionToExplain or QueueKind.CustomerToCall => $"/premium-exceptions/{item.RecordId}",
        QueueKind.CertificatesReady => $"/papers/jobs/{item.RecordId}",
        QueueKind.FeedbackGiven => $"/papers/{Domain.Papers.PaperKind.CommitteeFeedback}/{item.RecordId}",
        QueueKind.DeadlineNear => $"/villages/{item.Place?.VillageId}",
        QueueKind.LaunchOpen => "/launch",
        QueueKind.RewardToApprove or QueueKind.RewardToPay or QueueKind.RewardRefused or QueueKind.UseToProve => "/rewards",
        QueueKind.TitleToCheck => $"/titles/{item.RecordId}",
        QueueKind.AgreementReturned => $"/agreements/{item.RecordId}/edit",
        QueueKind.AgreementToDecide or QueueKind.AgreementExpires => $"/agreements/{item.RecordId}",
        QueueKind.SupervisorToAppoint or QueueKind.AssessmentDue => $"/villages/{item.Place?.VillageId}/people",
        QueueKind.AgentToVet or QueueKind.AgentToAssign or QueueKind.RegistrationExpires or QueueKind.CustomersToTell => $"/agents/{item.RecordId}",
        QueueKind.LetterToSign => "/commitment-letter",
        QueueKind.DeclarationToTakeIn or QueueKind.DeclarationToReview or QueueKind.ReviewToSignSecond or QueueKind.ReviewToDecide or QueueKind.DeclarationReturned
            or QueueKind.ReplyToRecord or QueueKind.TitleToAward => $"/declarations/{item.RecordId}",
        QueueKind.ListToSign or QueueKind.ListToSend => $"/forwarding/{item.RecordId}",
        QueueKind.HouseholdReturned or QueueKind.CorrectionDecided => $"/households/{item.RecordId}",
        QueueKind.ClaimReported or QueueKind.ClaimDue or QueueKind.ClaimPapersAsked or QueueKind.ClaimPicked or QueueKind.ClaimObjected or QueueKind.ClaimFraudSuspected or QueueKind.ClaimCallBackBad
            or QueueKind.ClaimAnswered => $"/claims/{item.RecordId}",
        QueueKind.ProductToPublish => $"/products/{item.RecordId}/publish",
        QueueKind.ExportToApprove => "/export-requests",
        QueueKind.ExportDecided or QueueKind.ExportReady => "/households/export",
        QueueKind.CorrectionToDecide => "/corrections",
        QueueKind.ComplaintToDecide or QueueKind.ComplainantToTell or QueueKind.ComplaintDecided => $"/complaints/{item.RecordId}",
        QueueKind.ObjectionToAnswer or QueueKind.NoticeRunning => $"/notices/{item.RecordId}",
        _ => $"/applications/{item.RecordId}",
    };

    /// <summary>Whether it only tells something, so that whoever has seen it may put it away.</summary>
    public static bool IsNotice(this OwnQueue.Item item) =>
        item.Kind is QueueKind.ApplicationApproved or QueueKind.ImportEnded or QueueKind.RosterReady or QueueKind.InsurerListReady or QueueKind.ReconciliationReady or QueueKind.CertificatesReady or QueueKind.FeedbackGiven or QueueKind.CorrectionDecided or QueueKind.ExportDecided or QueueKind.ExportReady or QueueKind.NoticeRunning or QueueKind.RewardRefused or QueueKind.ClaimPapersAsked or QueueKind.ClaimAnswered or QueueKind.ComplaintDecided && item.SharedBy is null;
}
