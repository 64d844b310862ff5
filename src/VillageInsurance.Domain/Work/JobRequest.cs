using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Work;

/// <summary>Long work that somebody asked for. Committed with the data it needs; a background job takes it up, at least once.</summary>
public sealed class JobRequest(Guid id, JobKind kind, Guid staffId, string input, DateTimeOffset at) : Entity(id)
{
    /// <summary>What is to be done.</summary>
    public JobKind Kind { get; private init; } = kind;

    /// <summary>In whose name: the job has the rights that this person holds when it runs.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>The use case's input as JSON. Never personal data: names of files and ids only.</summary>
    public string Input { get; private init; } = input;

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Where it stands.</summary>
    public JobState State { get; private set; } = JobState.Waiting;

    /// <summary>What it is doing, as a text key.</summary>
    public string? Step { get; private set; }

    /// <summary>How many units are done, of <see cref="Total"/>.</summary>
    public long Done { get; private set; }

    /// <summary>How many units there are; zero while unknown.</summary>
    public long Total { get; private set; }

    /// <summary>When the last progress was reported; a running job that has been silent for long was cut off.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>The result as JSON, once ended.</summary>
    public string? Result { get; private set; }

    /// <summary>The refusal's text key or the failure's kind, when it did not succeed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Reports progress; the first report starts it.</summary>
    public void Report(string step, long done, long total, DateTimeOffset at)
    {
        Require(State is JobState.Waiting or JobState.Running, JobRule.AnEndedJobStaysEnded);
        (State, Step, Done, Total, SeenAt) = (JobState.Running, step, done, total, at);
    }

    /// <summary>Ends it with its result, or with the reason why there is none.</summary>
    public void End(JobState state, string? result, string? reason, DateTimeOffset at)
    {
        Require(State is JobState.Waiting or JobState.Running, JobRule.AnEndedJobStaysEnded);
        (State, Result, Reason, SeenAt) = (state, result, reason, at);
    }

    /// <summary>What came of it is no longer kept. Refused while it runs.</summary>
    public void DropResult()
    {
        Require(State is not (JobState.Waiting or JobState.Running), JobRule.OnlyAnEndedJobIsCleared);
        Result = null;
    }
}

/// <summary>The kinds of long work.</summary>
public enum JobKind { ImportCounty, PrintCertificates, Roster, InsurerList, Export, Reconciliation }

/// <summary>Where a job stands.</summary>
public enum JobState { Waiting, Running, Succeeded, Refused, Failed }

/// <summary>Rules of jobs.</summary>
public enum JobRule { AnEndedJobStaysEnded, OnlyAnEndedJobIsCleared }
