using Npgsql;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Data;

/// <summary>Tells failures of the database that a person can do something about from bugs.</summary>
public static class ServerFailures
{
    // A zero character, as text and inside of JSON: no keyboard makes one.
    private static readonly string[] UnstorableText = [PostgresErrorCodes.CharacterNotInRepertoire, PostgresErrorCodes.UntranslatableCharacter];

    /// <summary>Whether the server is restarting, failing over or away.</summary>
    public static bool IsOutOfReach(Exception cause) => DatabaseErrorIn(cause) switch
    {
        PostgresException answered => answered.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections,
        var other => other is not null and not NpgsqlOperationInProgressException,
    };

    /// <summary>What the person is told; null for a bug.</summary>
    internal static Refusal? AsRefusal(Exception cause) => IsOutOfReach(cause) ? new OutOfReach(cause)
        : DatabaseErrorIn(cause) is PostgresException { SqlState: var state } && UnstorableText.Contains(state) ? new InvalidInput([])
        : null;

    private static NpgsqlException? DatabaseErrorIn(Exception? cause)
    {
        while (cause is not (null or NpgsqlException)) cause = cause.InnerException;
        return (NpgsqlException?)cause;
    }
}
