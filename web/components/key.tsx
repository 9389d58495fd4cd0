// The key that does what the word before it says. Shown beside buttons and links; readers hear of keys in the list of keys only.

export function Key({ children }: { readonly children: string }) {
  return (
    <kbd className="key" aria-hidden>
      {children}
    </kbd>
  )
}
