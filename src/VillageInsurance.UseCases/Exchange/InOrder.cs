namespace VillageInsurance.UseCases.Exchange;

/// <summary>Ids of version 7 that keep the order in which they are asked for, also within one millisecond: what was listed first stays first.</summary>
internal static class InOrder
{
    private static long _last;

    public static Guid NextId()
    {
        long last, next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);
        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
    }
}
