using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.Domain.Schemes;

/// <summary>Everything that one scheme says and another says differently. Differences are data, never code.</summary>
public sealed record SchemeRules(
    IReadOnlyList<BaseCondition> Conditions, SizeRule? Size, Thresholds Thresholds, Goals Goals, Deadlines Deadlines, AgentNumbers Agents,
    DecidingChain Chain, CountedPolicies Policies, IReadOnlyList<Reward> Rewards, IReadOnlyList<LegalDocument> LegalBasis,
    IReadOnlyList<LaunchTask> Launch, RewardTerms RewardTerms, IReadOnlyList<ClauseTemplate> AgreementClauses, ScoreForm ScoreForm, IReadOnlyList<PackPaper> Pack)
{
    /// <summary>Whether the size rule has to be met by a site of this level before it may be approved.</summary>
    public bool SizeBinds(bool siteIsGroup) => Size is { } size && (siteIsGroup ? size.BindsGroups : size.BindsVillages);
}

/// <summary>A text of the scheme in both languages.</summary>
public sealed record Wording(string Zh, string En);

/// <summary>One base condition of a site (建设点条件): what it asks and whether it binds.</summary>
public sealed record BaseCondition(string Key, Wording Name, Wording Requirement, bool Binds);

/// <summary>Households and people that a site needs, both inclusive; whether that binds villages, groups or both is the scheme's.</summary>
public sealed record SizeRule(int Households, int People, bool BindsVillages, bool BindsGroups)
{
    /// <summary>Whether both numbers are reached.</summary>
    public bool IsMetBy(int households, int people) => households >= Households && people >= People;
}

/// <summary>What the four acceptance indicators have to reach, all inclusive. Money in fen a head.</summary>
public sealed record Thresholds(Fraction StudentCoverage, StudentBase StudentBase, long AccidentFenPerHead, long LifeFenPerHead, Fraction HouseholdRate);

/// <summary>What indicator 1 counts: pupils, or households with pupils.</summary>
public enum StudentBase { Pupils, Households }

/// <summary>What the programme strives for: the share of model villages among the base, and the households with any cover in a model village.</summary>
public sealed record Goals(Fraction VillageShare, GoalBase Base, Fraction AnyCoverRate);

/// <summary>What the goal's share is a share of.</summary>
public enum GoalBase { VillageCommittees, AllVillages }

/// <summary>The year's dates. Declaration lies in the year, review in the next.</summary>
public sealed record Deadlines(MonthDay Launch, MonthDay Implementation, MonthDay Declaration, MonthDay Review, bool IrregularDeclaration);

/// <summary>A day of any year.</summary>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>The day in this year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>One point of the launch checklist: who reports it, a township or a village, and whether a paper has to be filed.</summary>
public sealed record LaunchTask(string Key, Wording Name, AreaLevel Level, bool NeedsPaper);

/// <summary>Resident agents of a site: at the start, and at acceptance from least to most.</summary>
public sealed record AgentNumbers(int AtStart, int Least, int Most);

/// <summary>Who proposes and decides a site, and who declares, reviews and accepts, in order.</summary>
/// <param name="SiteProposer">Submits the site application.</param>
/// <param name="SiteDecider">Decides it.</param>
/// <param name="Declarer">Declares the village for acceptance.</param>
/// <param name="Reviewer">Reviews the declaration.</param>
/// <param name="Accepters">Record the last word: the superior company's reply, or the county group's acceptance.</param>
/// <param name="Assessor">Assesses the supervisor each year.</param>
/// <param name="Declares">The declaring body by name.</param>
/// <param name="Reviews">The reviewing bodies by name, in order.</param>
/// <param name="Accepts">The accepting body by name.</param>
/// <param name="Forwarded">Whether a list goes to the insurer's superior company.</param>
/// <param name="NoticeDays">Working days of the public notice (公示) before the title and before payments to persons; zero for none.</param>
public sealed record DecidingChain(
    Role SiteProposer, Role SiteDecider, Role Declarer, Role Reviewer, IReadOnlyList<Role> Accepters, Role Assessor,
    Wording Declares, IReadOnlyList<Wording> Reviews, Wording Accepts, bool Forwarded, int NoticeDays);

/// <summary>Whose policies count: the programme's insurer by its code, others or not.</summary>
public sealed record CountedPolicies(string OwnInsurer, bool OthersCount);

/// <summary>A reward or allowance: for whom, fen, once or each month, for what use. Never to buyers (Insurance Law art. 116, 131).</summary>
/// <param name="Kind">Who is rewarded.</param>
/// <param name="Fen">The amount; the least amount where <paramref name="AtLeast"/> says so; the number of places of a study trip stands in <paramref name="Places"/>.</param>
/// <param name="AtLeast">Whether more than the amount may be given.</param>
/// <param name="Places">Places a year for the whole county, for a study trip; zero for money.</param>
public sealed record Reward(RewardKind Kind, Wording Recipient, long Fen, bool AtLeast, int Places, RewardRhythm Rhythm, Wording Use);

/// <summary>Whom a reward is for.</summary>
public enum RewardKind { Village, Supervisor, AgentsAndCadres, StudyTrip }

/// <summary>Who pays, and how persons are paid: each of them, one sum shared in a village, or not at all (rules on commendations).</summary>
public sealed record RewardTerms(Wording Payer, PersonPayments Persons, bool Monument);

/// <summary>How payments to persons are switched.</summary>
public enum PersonPayments { None, PerPerson, PerVillage }

/// <summary>How often a reward is paid.</summary>
public enum RewardRhythm { Once, Monthly, Yearly }

/// <summary>A document that the scheme rests on, with its number, day and issuer as far as known, and its scan.</summary>
public sealed record LegalDocument(LegalDocumentKind Kind, string Title, string? Number, DateOnly? Date, string? Issuer, Guid? ScanId);

/// <summary>What a document is to the scheme. Without the approval a title with money may not be founded (rules on commendations).</summary>
public enum LegalDocumentKind { Basis, Approval }

/// <summary>A heading of the cooperation agreement with the text that the scheme proposes; a fixed one is taken as it is.</summary>
public sealed record ClauseTemplate(string Key, Wording Heading, Wording Text, bool Fixed);

/// <summary>The score form of the first review (考核验收评分表): how many reviewers sign it, the points that a pass reaches, and its items.</summary>
public sealed record ScoreForm(int Reviewers, int PassPoints, IReadOnlyList<ScoreItem> Items);

/// <summary>One item of the form with its standard and most points. An indicator's points follow from the figures: all or none.</summary>
/// <param name="Indicator">The indicator that it is about; null for an item that the reviewer judges.</param>
public sealed record ScoreItem(string Key, Wording Name, Wording Standard, int Points, IndicatorKey? Indicator = null);

/// <summary>A paper of the declaration's pack that the declaring body attaches and answers for.</summary>
public sealed record PackPaper(string Key, Wording Name);
