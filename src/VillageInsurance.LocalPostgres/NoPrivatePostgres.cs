namespace VillageInsurance.LocalPostgres;

/// <summary>Why there is no private PostgreSQL, in words that say what to do about it.</summary>
public sealed class NoPrivatePostgres(string reason, Exception? cause = null) : InvalidOperationException(reason, cause);
