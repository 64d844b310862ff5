using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Where each paper's content comes from: how to read one, and which ones a village has.</summary>
internal static class PaperSources
{
    private static readonly Dictionary<PaperKind, Source> All = new()
    {
        [PaperKind.SiteApplication] = new(SiteApplicationPaper.ReadAsync, SiteApplicationPaper.OfVillageAsync),
        [PaperKind.Agreement] = new(AgreementPaper.ReadAsync, AgreementPaper.OfVillageAsync),
        [PaperKind.AppointmentLetter] = new(AppointmentLetterPaper.ReadAsync, AppointmentLetterPaper.OfVillageAsync),
        [PaperKind.AgentRegistration] = new(AgentRegistrationPaper.ReadAsync, AgentRegistrationPaper.OfVillageAsync),
        [PaperKind.CommitmentLetter] = new(CommitmentLetterPaper.ReadAsync, CommitmentLetterPaper.OfVillageAsync),
        [PaperKind.Declaration] = new(DeclarationPaper.ReadAsync, DeclarationPaper.OfVillageAsync),
        [PaperKind.ScoreForm] = new(ScoreFormPaper.ReadAsync, ScoreFormPaper.OfVillageAsync),
        [PaperKind.ReviewOpinion] = new(ReviewOpinionPaper.ReadAsync, ReviewOpinionPaper.OfVillageAsync),
        [PaperKind.ForwardingList] = new(ForwardingListPaper.ReadAsync, ForwardingListPaper.OfVillageAsync),
        [PaperKind.RewardSheet] = new(RewardSheetPaper.ReadAsync, RewardSheetPaper.OfVillageAsync),
        [PaperKind.CommitteeFeedback] = new(CommitteeFeedbackPaper.ReadAsync, CommitteeFeedbackPaper.OfVillageAsync),
        [PaperKind.Certificate] = new(CertificatePaper.ReadAsync, CertificatePaper.OfVillageAsync),
    };

    /// <summary>What a paper says now. Not found outside the actor's villages.</summary>
    public static Task<PaperContent> PaperAsync(this AppDb db, PaperKind kind, Guid recordId, CancellationToken cancel) =>
        All[kind].Read(db, recordId, cancel);

    /// <summary>The records of this kind that a village has.</summary>
    public static Task<IReadOnlyList<Guid>> PapersOfAsync(this AppDb db, PaperKind kind, Guid villageId, CancellationToken cancel) =>
        All[kind].OfVillage(db, villageId, cancel);

    private sealed record Source(Func<AppDb, Guid, CancellationToken, Task<PaperContent>> Read, Func<AppDb, Guid, CancellationToken, Task<IReadOnlyList<Guid>>> OfVillage);
}
