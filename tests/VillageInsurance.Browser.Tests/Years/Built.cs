using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Cycles;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>What other journeys walk by hand, made by the use cases: the village builds, with agreement and people until the end of the next year.</summary>
internal sealed class Built(IServiceProvider services, YearPeople people)
{
    private static readonly SelectionPoints Points = new("为人正派", "群众信任", "熟悉村情", "高中");
    private readonly DateOnly _today = services.GetRequiredService<TimeProvider>().Today();

    private DateOnly End => new(_today.Year + 1, 12, 31);

    public static Task<bool> MakeAsync(YearProduct product) => product.AtTheCommandLineAsync(async services =>
    {
        var built = new Built(services, product.People);
        await built.DesignateAsync();
        await built.SignAsync();
        await built.AppointAsync();
        await built.AssignAsync();
        return true;
    });

    private T As<T>(string user) where T : notnull
    {
        people.ActAs(services, user);
        return services.GetRequiredService<T>();
    }

    private async Task DesignateAsync()
    {
        var (id, rules) = (Guid.CreateVersion7(), (await As<SchemeDetail>("office").RunAsync(Scheme.CityTemplateId, default)).Rules);
        await As<DraftApplication>("township").RunAsync(new(id, people.Village, null));
        await As<SubmitApplication>("township").RunAsync(new(id, 0, new(375, 1245, [.. rules.Conditions.Select(c => new ConditionAnswer(c.Key, true, "属实", ""))], _today, "1", "岩温叫")));
        await As<ApproveApplication>("office").RunAsync(new(id, 1, ""));
        var site = (await As<VillageFile>("township").RunAsync(new(people.Village, _today), default)).Site!;
        await AttachAsync("township", site.Id, EvidenceKind.SitePlaque);
        await As<HangPlaque>("township").RunAsync(new(site.Id, site.Version, _today));
    }

    private async Task SignAsync()
    {
        var id = Guid.CreateVersion7();
        await As<DraftAgreement>("insurer").RunAsync(new(id, people.Village, null));
        await AttachAsync("insurer", id, EvidenceKind.Agreement);
        var draft = await As<AgreementDetail>("insurer").RunAsync(id, default);
        await As<SubmitAgreement>("insurer").RunAsync(new(id, draft.Version, draft.Terms with
        {
            Committee = "大干坝村民委员会",
            Branch = "保险公司支公司",
            From = _today,
            To = End,
            SignedOn = _today,
            CommitteeSigner = "岩温叫",
            BranchSigner = "周明华",
        }));
        var submitted = await As<AgreementDetail>("office").RunAsync(id, default);
        await As<PutAgreementInForce>("office").RunAsync(new(id, submitted.Version, ""));
    }

    private async Task AppointAsync()
    {
        var id = Guid.CreateVersion7();
        await As<NominateSupervisor>("cadre").RunAsync(new(id, people.Village, null, new(people.Staff["supervisor"]), Points));
        await As<AppointSupervisor>("office").RunAsync(new(id, 0, _today, End));
    }

    private async Task AssignAsync()
    {
        var id = Guid.CreateVersion7();
        await As<RecommendAgent>("cadre").RunAsync(new(id, people.Village, null, new(people.Staff["agent"]), Points));
        await As<VetAgent>("insurer").RunAsync(new(id, await VersionAsync(id), true, ""));
        await As<TrainAgent>("insurer").RunAsync(new(id, await VersionAsync(id), _today, _today));
        await As<RegisterAgent>("insurer").RunAsync(new(id, await VersionAsync(id), "02024000800001", _today, null));
        var letter = await As<OwnCommitmentLetter>("agent").RunAsync(default);
        await As<SignCommitmentLetter>("agent").RunAsync(new(letter.TextId, [.. letter.Points.Select(p => p.Key)], YearPeople.NameOf("agent")));
        await As<AssignAgent>("office").RunAsync(new(id, await VersionAsync(id), null, true, _today));
    }

    private async Task<int> VersionAsync(Guid service) => (await services.GetRequiredService<AgentDetail>().RunAsync(service, default)).Version;

    private Task AttachAsync(string user, Guid record, EvidenceKind kind) =>
        As<AttachEvidence>(user).RunAsync(new(Guid.CreateVersion7(), people.Village, record, kind, "scan.png", new MemoryStream(Walk.Photo("").Buffer)));
}
