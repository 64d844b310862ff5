using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Papers;
using VillageInsurance.UseCases.Tests.Applications;

namespace VillageInsurance.UseCases.Tests.Papers;

/// <summary>One paper of each kind with plausible values.</summary>
internal static class SamplePapers
{
    private static readonly DateOnly Day = new(2025, 12, 5);
    private static readonly Thresholds Asked = Given.City.Thresholds;

    private static readonly Indicators Judged = Indicators.Judge(new(1375, 425, 205, 164, 150, 120, 1_375_000, 6_875_000, 255, 300), Asked);

    private static readonly PaperSigner[] Signers =
        [new("勐龙镇领导小组"), new("景洪支公司", "同意申报。", "李文静", Day), new("市领导小组办公室"), new("省分公司")];

    public static IEnumerable<PaperContent> All => Enum.GetValues<PaperKind>().Select(Of);

    public static PaperOf About(PaperStanding standing = PaperStanding.Final) => new(new Guid("00000000-0000-7000-8000-000000000901"), Guid.NewGuid(), "532801103202", 2025, standing);

    public static PaperContent Of(PaperKind kind) => kind switch
    {
        PaperKind.Agreement => AgreementPaper.Of(About(), new("先协〔2025〕001号", "曼兵村民委员会", "保险公司景洪支公司", Day, Day, Day.AddYears(1),
            [("目的和意义", "普及保险知识，提高村民抵御风险的能力。"), ("双方职责", "甲方支持宣传，乙方提供培训和服务。"), ("日常管理", "建立档案，每月反馈。"), ("服务承诺", "理赔及时，资料一次告知。"), ("奖励", "按方案执行，不与保费挂钩。"), ("终止", "任何一方可提前三十日书面通知终止。")],
            "贰份", "岩罕香", "李文静")),
        PaperKind.AppointmentLetter => AppointmentLetterPaper.Of(About(), new("先聘〔2025〕001号", "赵鹏", "保险监督员", "曼兵村民委员会", "勐龙镇曼兵村", Day, Day.AddYears(1), ["监督驻村服务员的服务行为；", "协助查勘，防范欺诈；", "监督理赔的进度和质量。"], "监督员不得从事保险销售。", "保险公司景洪支公司", Day)),
        PaperKind.AgentRegistration => AgentRegistrationPaper.Of(About(), new("先登〔2025〕001号", Day, "岩罕温", "勐龙镇曼兵村", "景洪支公司", true, "曼兵村民委员会", Day, "TEST0118", Day, Day.AddYears(2), Day, "一组、二组", "无",
            [("品行", "诚实守信", true), ("群众关系", "良好", true), ("能力", "能独立开展服务", true), ("文化程度", "高中", true)], [("2025年12月5日", "岗前培训", 24, "合格")], Signers)),
        PaperKind.CommitmentLetter => CommitmentLetterPaper.Of(About(), new("先诺〔2025〕001号", "2025-1", "岩罕温", "勐龙镇曼兵村", "TEST0118",
            [("不作虚假宣传，不误导、不欺骗村民。", true), ("不收取、不垫付、不代缴保险费。", true), ("不给予、不承诺合同以外的利益。", true), ("不代签名。", true), ("不参与非法集资。", false)], "岩罕温", Day)),
        PaperKind.Declaration => DeclarationPaper.Of(About(PaperStanding.Draft), new("先申〔2025〕001号", Day, "曼兵村民委员会", "勐龙镇", new(2025, 2, 26), 425, 1375, 205, new(2025, 2, 24), "赵鹏", ["岩罕温"], "岩罕香（村委会副主任）",
            Judged, Asked, "保险先进村创建方案（城市）", FigurePeriod.Until(new(2025, 12, 4)), new(2025, 12, 5, 1, 12, 0, TimeSpan.Zero), "7F3A 92C1",
            "我村自2025年2月开展创建以来，村“两委”将保险工作列入议事日程，明确专人分管。全年走访农户403户。农户投保均出于自愿。经自查，四项指标达到标准，材料齐全、真实，特申请验收。",
            [("创建合作协议", "2025-02-24 签订，双方盖章", 1, true), ("建设点挂牌照片", "2025-02-26", 2, true), ("监督员聘书", "", 1, true), ("驻村服务员登记表", "1 人", 1, true), ("诚信承诺书", "2025 年版", 1, true), ("村民保险档案目录", "425 户", 1, false)], Signers)),
        PaperKind.ScoreForm => ScoreFormPaper.Of(About(), new("先审〔2026〕001号", "先申〔2025〕001号", new(2026, 1, 20), "曼兵村民委员会", "勐龙镇", "市领导小组办公室",
            [new("村委会决议", "有决议", "决议第 3 号", 10, 10, ""), new("分管村干部", "1 名", "岩罕香", 10, 10, ""), new("档案完整", "全部农户建档", "403/425", 20, 18, "22 户未走访"), new("四项指标", "全部达标", "快照 7F3A 92C1", 60, 60, "")],
            85, "合格", "", ["2026年1月15日实地查看：档案 20 份抽查无误。"], [("李文静", "办公室副主任", new(2026, 1, 20)), ("玉罕", "财政局", new(2026, 1, 20))])),
        PaperKind.ReviewOpinion => ReviewOpinionPaper.Of(About(), new("先审〔2026〕002号", "先申〔2025〕001号", "保险公司云南省分公司", "勐龙镇曼兵村", ["李文静", "玉罕"], new(2026, 1, 20), Judged, Asked, "保险先进村创建方案（城市）", "7F3A 92C1", "材料齐全，四项指标达到标准。", "通过", "市领导小组", new(2026, 1, 25))),
        PaperKind.ForwardingList => ForwardingListPaper.Of(About(), new("先报〔2026〕001号", new(2026, 1, 28), "保险公司云南省分公司",
            [.. Enumerable.Range(1, 24).Select(i => new ForwardingListPaper.Village($"曼兵{i}村", "勐龙镇", Judged, "通过", ""))], "市领导小组办公室", "李文静", "刀文明", new(2026, 1, 28))),
        PaperKind.RewardSheet => RewardSheetPaper.Of(About(), new("先奖〔2026〕001号", new(2026, 3, 1), "勐龙镇曼兵村", "先村〔2025〕001号", "保险公司景洪支公司", "创建方案第五条", "2026年2月10日第 5 号", "2026年2月12日至18日，无异议",
            [new("曼兵村民委员会", "先进村奖励", "文化、教育、卫生事业", 500_000), new("赵鹏", "监督员奖励", "考核合格", 120_000)], "李文静", "刀文明", new(2026, 3, 2), new(2026, 3, 5))),
        PaperKind.CommitteeFeedback => CommitteeFeedbackPaper.Of(About(), new("勐龙镇曼兵村", new(2025, 12, 1), new(2026, 1, 3), new(312, 46, 44, 2, 12, 30, 3, 1), "走访四组、五组，讲解学平险。", new(2026, 1, 3), "岩罕香（村主任）", "村委会同意下月计划。", "岩罕温")),
        PaperKind.Certificate => new PaperValues
        {
            ["holder"] = "景洪市大渡岗乡大荒田村民委员会",
            ["unit"] = "村",
            ["year"] = "2024",
            ["reviewer"] = "景洪市保险先进村创建工作领导小组",
            ["accepter"] = "保险公司省分公司",
            ["number"] = "先村〔2025〕004号",
            ["date"] = "2025年2月20日",
        }.Content(kind, About()),
        _ => new PaperValues
        {
            ["code"] = "532801103202",
            ["year"] = "2025",
            ["date"] = "2025年1月15日",
            ["place"] = "曼兵村民委员会",
            ["township"] = "勐龙镇",
            ["households"] = "425 户",
            ["people"] = "1,375 人",
            ["groups"] = "8 个",
            ["income"] = "18,200.00 元（2024 年，统计公报）",
            ["terrain"] = "坝区",
            ["cadre"] = "岩罕香（村委会副主任）",
            ["resolution"] = "第 3 号  2025年1月10日",
            ["files"] = "3 份",
            ["scheme"] = "保险先进村创建方案（城市）",
        }
            .With("conditions", Given.City.Conditions.Select((c, i) => PaperValues.Row(("no", $"{i + 1}"), ("name", c.Name.Zh), ("requirement", c.Requirement.Zh), ("fact", "符合要求"), ("verdict", "符合"))))
            .With("signers", PaperSigner.Rows([new("勐龙镇", "", "李文静", Day), new("领导小组办公室", "同意。", "玉罕", Day)])).Content(kind, About(PaperStanding.Draft)),
    };
}
