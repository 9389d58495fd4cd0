// Hands a file to the browser under a name, as if somebody had followed a link to it.
export function giveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has begun by then; an address is good for as long as nobody takes it back.
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 60_000)
}
