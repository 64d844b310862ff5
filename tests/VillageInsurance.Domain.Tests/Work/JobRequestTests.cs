using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;

namespace VillageInsurance.Domain.Tests.Work;

public class JobRequestTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly JobRequest _job = new(Guid.NewGuid(), JobKind.Export, Guid.NewGuid(), "{}", Noon);

    [Theory]
    [InlineData(JobState.Succeeded)]
    [InlineData(JobState.Refused)]
    [InlineData(JobState.Failed)]
    public void What_came_of_an_ended_job_is_dropped_and_that_it_ended_stays(JobState end)
    {
        _job.End(end, "a file", "why", Noon);

        _job.DropResult();
        _job.DropResult();

        Assert.Equal((null, end, "why"), (_job.Result, _job.State, _job.Reason));
    }

    [Fact]
    public void A_job_that_waits_or_runs_keeps_what_it_has()
    {
        Assert.Equal(JobRule.OnlyAnEndedJobIsCleared, Assert.Throws<RuleBroken>(_job.DropResult).Rule);
        _job.Report("Begin", 0, 0, Noon);
        Assert.Equal(JobRule.OnlyAnEndedJobIsCleared, Assert.Throws<RuleBroken>(_job.DropResult).Rule);
    }
}
