using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Gathers what a declaration's form says. It is final from the submission on, when its figures are frozen; one that came back is void, as a new one takes its place.</summary>
internal static class DeclarationReader
{
    public static async Task<PaperContent> ReadAsync(AppDb db, Declaration d, CancellationToken cancel)
    {
        var scheme = await db.SchemeAsync(d.SchemeId, cancel);
        var place = await PaperPlace.OfAsync(db, d.VillageId, d.SiteGroupId, cancel);
        var snapshot = d.SnapshotId is { } taken ? (await db.SnapshotsAsync([taken], cancel)).Single() : null;
        var figures = snapshot?.Frozen.Figures;
        var asked = snapshot?.Frozen.Thresholds ?? scheme.Rules.Thresholds;
        var people = await PeopleAsync(db, d, cancel);
        var pack = await db.PackOfAsync(d, scheme.Rules, cancel);
        return DeclarationPaper.Of(new(d.Id, d.VillageId, place.Code, d.Year, StandingOf(d.Status)), new(
            d.Number, d.SubmittedAt?.LocalDay(), place.Name, place.Township, people.PlaqueOn, figures?.Households, figures?.Population, figures?.Students, people.AgreementOn, people.Supervisor, people.Agents, people.Cadre,
            figures is { } counted ? Indicators.Judge(counted, asked) : null, asked, scheme.Name.Zh, snapshot is null ? null : new FigurePeriod(snapshot.AsOf, snapshot.KnownAt), snapshot?.TakenAt, CodeOf(snapshot), d.Statement,
            [.. pack.Select(i => (i.Name?.Zh ?? Words.Acts.Pack.GetValueOrDefault(i.Key, i.Key), i.Detail, i.Present ? 1 : 0, i.Present))], await SignersAsync(db, d, scheme.Rules.Chain, cancel)));
    }

    /// <summary>The first eight digits of a snapshot's hash.</summary>
    public static string CodeOf(SnapshotView? snapshot) => snapshot is null ? "" : $"{snapshot.Sha256[..4]} {snapshot.Sha256[4..8]}".ToUpperInvariant();

    private static PaperStanding StandingOf(DeclarationStatus status) => status switch
    {
        DeclarationStatus.Draft => PaperStanding.Draft,
        DeclarationStatus.Returned => PaperStanding.Void,
        _ => PaperStanding.Final,
    };

    // Who declares, who reviews, who has the last word: the chain's bodies in their order, with what each has said so far.
    private static async Task<IReadOnlyList<PaperSigner>> SignersAsync(AppDb db, Declaration d, DecidingChain chain, CancellationToken cancel)
    {
        var reply = await db.Replies.AsNoTracking().Where(r => r.DeclarationId == d.Id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        var names = await db.StaffNamesAsync(new[] { d.SubmittedById, d.DecidedById, reply?.RecordedById }.OfType<Guid>(), cancel);
        var verdict = d.DecidedAt is null ? "" : (d.Status == DeclarationStatus.Returned ? Words.Returned : Words.Agreed) + d.Opinion;
        return
        [
            new(chain.Declares.Zh, d.SubmittedAt is null ? "" : Words.Acts.Declared, NameOf(d.SubmittedById), d.SubmittedAt?.LocalDay()),
            .. chain.Reviews.Select((body, i) => i == 0 ? new PaperSigner(body.Zh, verdict, NameOf(d.DecidedById), d.DecidedAt?.LocalDay()) : new(body.Zh)),
            new(chain.Accepts.Zh, reply is null ? "" : $"{(reply.Approved ? Words.Agreed : Words.Acts.Refused)}{reply.Reason}\n{reply.LetterNumber}", NameOf(reply?.RecordedById), reply?.LetterOn),
        ];

        string NameOf(Guid? who) => who is { } person ? names.GetValueOrDefault(person, "") : "";
    }

    private static async Task<(DateOnly? PlaqueOn, DateOnly? AgreementOn, string? Supervisor, IReadOnlyList<string> Agents, string? Cadre)> PeopleAsync(AppDb db, Declaration d, CancellationToken cancel)
    {
        var plaque = await db.Sites.Where(s => s.VillageId == d.VillageId && s.SiteGroupId == d.SiteGroupId).MaxAsync(s => s.PlaqueHungOn, cancel);
        var agreement = await db.Agreements.AsNoTracking().Where(a => a.VillageId == d.VillageId && a.Number != null).OrderByDescending(a => a.From).FirstOrDefaultAsync(cancel);
        var supervisor = await (from s in db.Supervisors where s.VillageId == d.VillageId && s.GroupId == d.SiteGroupId && s.Status == SupervisorStatus.Appointed join p in db.Staff on s.StaffId equals p.Id select p.Name).FirstOrDefaultAsync(cancel);
        var agents = await (from s in db.AgentServices
                            where s.VillageId == d.VillageId && s.Status == AgentStatus.Assigned && (d.SiteGroupId == null || s.GroupId == d.SiteGroupId)
                            join p in db.Staff on s.StaffId equals p.Id
                            orderby s.Id
                            select p.Name).Take(20).ToListAsync(cancel);
        var cadre = await db.CommitteeMembers.AsNoTracking().Where(m => m.VillageId == d.VillageId && m.InCharge && m.To == null).FirstOrDefaultAsync(cancel);
        return (plaque, agreement?.Terms.SignedOn, supervisor, agents, cadre is null ? null : $"{cadre.Name}  {cadre.Post}");
    }
}
