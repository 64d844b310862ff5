namespace VillageInsurance.Domain.Papers;

/// <summary>The papers of the programme.</summary>
public enum PaperKind
{
    /// <summary>建设点申报表.</summary>
    SiteApplication,

    /// <summary>创建合作协议.</summary>
    Agreement,

    /// <summary>监督员聘书.</summary>
    AppointmentLetter,

    /// <summary>驻村服务员登记表.</summary>
    AgentRegistration,

    /// <summary>诚信承诺书.</summary>
    CommitmentLetter,

    /// <summary>验收申报表.</summary>
    Declaration,

    /// <summary>考核验收评分表.</summary>
    ScoreForm,

    /// <summary>初审意见.</summary>
    ReviewOpinion,

    /// <summary>上报名单.</summary>
    ForwardingList,

    /// <summary>保险先进村证书.</summary>
    Certificate,

    /// <summary>奖励发放表.</summary>
    RewardSheet,

    /// <summary>月度创建工作反馈表.</summary>
    CommitteeFeedback,
}

/// <summary>How far a paper may be relied on.</summary>
public enum PaperStanding
{
    /// <summary>The record may still change: the paper carries a watermark.</summary>
    Draft,

    /// <summary>The record is decided.</summary>
    Final,

    /// <summary>What it certifies has been taken away: it carries a watermark.</summary>
    Void,
}

/// <summary>In which form a paper was taken.</summary>
public enum PaperForm { Page, Docx }
