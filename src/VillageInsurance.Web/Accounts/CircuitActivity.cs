using Microsoft.AspNetCore.Components.Server.Circuits;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>
/// What a person does in a circuit keeps the session alive; in a session that is over nothing is done any more. While the session is asked about, what
/// follows waits its turn: a key that overtook another would take back what was typed, and a click overtaken by word of the next picture would be lost.
/// </summary>
internal sealed class CircuitActivity(CircuitIdentity identity, SessionBook sessions) : CircuitHandler
{
    private Task<bool> _question = Task.FromResult(true);
    private Task _before = Task.CompletedTask;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        // Whoever comes while the database is being asked shares its answer.
        if (_question.IsCompleted) _question = MayGoOnAsync();
        var begun = new TaskCompletionSource();
        return PassAsync(_question, Interlocked.Exchange(ref _before, begun.Task), begun, () => next(context));
    };

    // The next one passes as soon as this one has begun: a click whose page waits for the browser's answer must not keep that answer out.
    private async Task PassAsync(Task<bool> question, Task before, TaskCompletionSource begun, Func<Task> next)
    {
        var work = Task.CompletedTask;
        try
        {
            await before;
            if (await question) work = next();
            else identity.Forget();
        }
        finally { begun.SetResult(); }
        await work;
    }

    // Without its database nobody knows; what needs the data is refused by the gate, and what was typed stays.
    private async Task<bool> MayGoOnAsync()
    {
        try { return identity.User?.SessionId() is { } session && await sessions.SeenAsync(session); }
        catch (Exception cause) when (ServerFailures.IsOutOfReach(cause)) { return true; }
    }
}
